using System.CommandLine;
using CostEstimator.Api;
using CostEstimator.Api.CommandLine;

// Refusals are ours to print, and signals the host's to handle.
var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
try
{
    var parse = EstimatorCommand.Create().Parse(args);
    return parse.Errors.Count > 0 ? Misused(parse) : await parse.InvokeAsync(invocation);
}
catch (StartException refusal)
{
    foreach (var message in refusal.Messages)
    {
        await Console.Error.WriteLineAsync(message);
    }

    return ExitCode.Refused;
}
catch (IOException fault)
{
    await Console.Error.WriteLineAsync($"What the verb has to say cannot be written: {fault.Message.TrimEnd('.')}. It may have done its work all the same.");
    return ExitCode.Refused;
}

static int Misused(ParseResult parse)
{
    foreach (var error in parse.Errors)
    {
        Console.Error.WriteLine(error.Message);
    }

    Console.Error.WriteLine("--help explains the verbs.");
    return ExitCode.NotUnderstood;
}
