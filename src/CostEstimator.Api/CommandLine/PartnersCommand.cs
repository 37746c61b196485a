using System.CommandLine;

namespace CostEstimator.Api.CommandLine;

/// <summary>The verb <c>partners</c> with its own verbs.</summary>
internal static class PartnersCommand
{
    private const int UsualPerMinute = 600;

    public static Command Create() => new("partners", "Add, list and revoke partners: sites that call with a key of their own.")
    {
        AddCommand(),
        ListCommand(),
        CodeCommand("rotate", "Give a partner another key, shown this once; the former one no longer holds.", PartnersVerb.Rotate),
        CodeCommand("revoke", "Revoke a partner's key for good. Quotes that were issued with it stay.", PartnersVerb.Revoke),
    };

    private static Command AddCommand()
    {
        var code = CodeArgument();
        var name = new Option<string>("--name") { Description = "What the partner is called.", Required = true };
        var origins = new Option<string[]>("--origin")
        {
            Description = "An origin whose pages may issue quotes with the key, such as https://clinic.example; any number of times. None: only programs that are no browsers may.",
            AllowMultipleArgumentsPerToken = true,
        };
        var perMinute = new Option<int>("--per-minute")
        {
            Description = "How many requests the partner may send a minute; 0 is no limit.",
            DefaultValueFactory = _ => UsualPerMinute,
        };
        var command = new Command("add", "Add a partner, and show its key this once.") { code, name, origins, perMinute };
        command.SetAction(parse => EstimatorCommand.Misused(parse) ?? PartnersVerb.Add(
            parse.GetRequiredValue(code), parse.GetRequiredValue(name), parse.GetValue(origins) ?? [], parse.GetValue(perMinute)));
        return command;
    }

    private static Command ListCommand()
    {
        var command = new Command("list", "List all partners there ever were, with the readable beginning of each key.");
        command.SetAction(parse => EstimatorCommand.Misused(parse) ?? PartnersVerb.List());
        return command;
    }

    private static Command CodeCommand(string name, string description, Func<string, int> run)
    {
        var code = CodeArgument();
        var command = new Command(name, description) { code };
        command.SetAction(parse => EstimatorCommand.Misused(parse) ?? run(parse.GetRequiredValue(code)));
        return command;
    }

    private static Argument<string> CodeArgument() => new("CODE") { Description = "The partner's code, never given to another." };
}
