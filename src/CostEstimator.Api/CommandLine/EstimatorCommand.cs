using System.CommandLine;

namespace CostEstimator.Api.CommandLine;

/// <summary>The verbs of the program.</summary>
internal static class EstimatorCommand
{
    private const string Description =
        """
        Treatment Cost Estimator: price ranges for treatments, over HTTP.

        Settings are environment variables, or options such as --Quotes:ValidityDays=14 after 'serve':
          Storage__ConnectionString  where the data are kept (default: cost-estimator.db in the local application data folder)
          PriceData__Directory       what an empty database is filled from (default: the data that ship with the build)
          Pricing__TimeZone          where it is today (default: Europe/Istanbul)
          Pricing__BulletinStaleAfterDays  after how many days exchange rates are called stale, 0 to 365 (default: 7)
          Rates__Url                 where to fetch bulletins of exchange rates in the background (default: nowhere)
          Rates__RefreshHours        how often to fetch them, every 1 to 168 hours (default: 6)
          Quotes__ValidityDays       how long quotes are valid, 1 to 365 days (default: 30)
          Limits__AnonymousPerMinute how many requests an address may send a minute without a key (default: 120; 0: no limit)
          Partners__RequireKey       whether requests without a partner's key are refused (default: false)
          Rehearsal__Enabled         whether a server that has started answers requests of its own making until it is fast (default: true)
          Proxies__Known             proxies whose forwarded headers count, as addresses or networks (default: none)
          OTEL_EXPORTER_OTLP_ENDPOINT  the collector to send metrics to (default: none)
          ASPNETCORE_URLS            the address (default: http://localhost:5080)

        Exit codes: 0 done, 1 refused or failed (the reason is on standard error), 2 not understood.
        """;

    public static RootCommand Create()
    {
        var root = new RootCommand(Description) { TreatUnmatchedTokensAsErrors = false };
        root.Add(ServeCommand());
        root.Add(DirectoryCommand(
            "check", "Check a data directory: print its faults and warnings, write nothing. Fails on a fault.", DataVerbs.Check));
        root.Add(DirectoryCommand(
            "import",
            "Replace the price data of the database by those of a data directory, in one transaction; refused whole on any fault. Its bulletins "
            + "of exchange rates are added to those that there are. Quotes stay. "
            + "A running server takes the new prices over within two seconds.",
            DataVerbs.Import));
        root.Add(RatesCommand());
        root.Add(PartnersCommand.Create());
        root.Add(KeepingCommands.BackUp());
        root.Add(KeepingCommands.Quotes());
        root.SetAction((parse, cancellation) => ServeVerb.RunAsync([.. parse.UnmatchedTokens], cancellation));
        return root;
    }

    private static Command ServeCommand()
    {
        var serve = new Command("serve", "Serve the API and Swagger UI. This is what the program does when no verb is given.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        serve.SetAction((parse, cancellation) => ServeVerb.RunAsync([.. parse.UnmatchedTokens], cancellation));
        return serve;
    }

    private static Command DirectoryCommand(string name, string description, Func<string, int> run)
    {
        var directory = new Argument<string>("DIR") { Description = "A directory of data files." };
        var command = new Command(name, description) { directory };
        command.SetAction(parse => parse.GetRequiredValue(directory) is not { Length: > 0 } named ? Misused("")
            : parse.UnmatchedTokens.Count > 0 ? Misused(parse.UnmatchedTokens[0])
            : run(named));
        return command;
    }

    private static Command RatesCommand()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "A bulletin of exchange rates, as the Central Bank of the Republic of Türkiye publishes it.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command(
            "rates",
            "Add bulletins of exchange rates to the database, in one transaction; refused whole on any fault. A bulletin of a day that is "
            + "there already replaces it. A running server takes them over within two seconds.")
        {
            files,
        };

        // The parser takes an option that there is not for one more file.
        command.SetAction(parse => parse.GetRequiredValue(files).Concat(parse.UnmatchedTokens).FirstOrDefault(IsOption) is { } option
            ? Misused(option)
            : RatesVerb.Import(parse.GetRequiredValue(files)));
        return command;
    }

    /// <summary>Says so if there is a word that a verb does not understand; null: there is none.</summary>
    public static int? Misused(ParseResult parse) => parse.UnmatchedTokens.Count > 0 ? Misused(parse.UnmatchedTokens[0]) : null;

    private static bool IsOption(string token) => token.StartsWith("--", StringComparison.Ordinal);

    private static int Misused(string token)
    {
        Console.Error.WriteLine($"'{token}' is not understood here; nothing was done. --help explains the verbs.");
        return ExitCode.NotUnderstood;
    }
}
