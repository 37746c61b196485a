using CostEstimator.Api;
using CostEstimator.Api.CommandLine;

try
{
    var parse = EstimatorCommand.Create().Parse(args);
    return parse.Errors.Count > 0 ? Misused(parse) : await parse.InvokeAsync();
}
catch (StartException refusal)
{
    foreach (var message in refusal.Messages)
    {
        await Console.Error.WriteLineAsync(message);
    }

    return ExitCode.Refused;
}

static int Misused(System.CommandLine.ParseResult parse)
{
    foreach (var error in parse.Errors)
    {
        Console.Error.WriteLine(error.Message);
    }

    Console.Error.WriteLine("--help explains the verbs.");
    return ExitCode.NotUnderstood;
}
