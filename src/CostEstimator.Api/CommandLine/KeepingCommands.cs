using System.CommandLine;

namespace CostEstimator.Api.CommandLine;

/// <summary>The verbs <c>backup</c> and <c>quotes</c>.</summary>
internal static class KeepingCommands
{
    public static Command BackUp()
    {
        var file = new Argument<string>("FILE") { Description = "The file to write, which must not be there." };
        var command = new Command(
            "backup",
            "Write a consistent copy of the database, also while a server writes to it. To restore, stop the server and put the copy in the place of the file.")
        {
            file,
        };
        command.SetAction(parse => EstimatorCommand.Misused(parse) ?? KeepingVerbs.BackUp(parse.GetRequiredValue(file)));
        return command;
    }

    public static Command Quotes()
    {
        var before = new Option<string>("--expired-before") { Description = "The day before which they expired, as yyyy-MM-dd; today at the latest.", Required = true };
        var purge = new Command("purge", "Delete quotes that expired before a day. They can no longer be read; a running server goes on.") { before };
        purge.SetAction(parse => EstimatorCommand.Misused(parse) ?? KeepingVerbs.Purge(parse.GetRequiredValue(before)));
        return new Command("quotes", "Look after the quotes in the database.") { purge };
    }
}
