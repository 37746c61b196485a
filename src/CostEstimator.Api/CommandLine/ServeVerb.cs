using CostEstimator.Api.Hosting;
using CostEstimator.Api.Rehearsals;

namespace CostEstimator.Api.CommandLine;

/// <summary><c>serve</c>.</summary>
internal static class ServeVerb
{
    /// <summary>Serves until the process is told to stop.</summary>
    /// <param name="settings">Settings on the command line.</param>
    /// <param name="cancellation">Stops the server.</param>
    public static async Task<int> RunAsync(string[] settings, CancellationToken cancellation)
    {
        if (StrangerAmong(settings) is { } stranger)
        {
            await Console.Error.WriteLineAsync($"'{stranger}' is no verb and no setting with a value. The verbs are serve, check, import, rates, partners, backup and quotes; --help explains them.");
            return ExitCode.NotUnderstood;
        }

        ConnectionLimit.RefuseTooFewFiles();
        Console.SetOut(new LossyWriter(Console.Out));
        await using var app = EstimatorApp.Build(settings);
        app.Prepare();
        var rehearsal = app.Services.GetRequiredService<Rehearsal>();
        _ = Task.Run(rehearsal.Begin, CancellationToken.None);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested || app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Told to stop before it served.
            return ExitCode.Done;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new StartException($"The server cannot start: {fault.Message}");
        }

        app.LogStart();
        var rehearsing = Task.Run(() => rehearsal.RunAsync(app.Lifetime.ApplicationStopping), CancellationToken.None);
        await app.WaitForShutdownAsync(cancellation);
        await rehearsing;
        return ExitCode.Done;
    }

    /// <summary>The first word that is neither a setting, <c>--name=value</c> or <c>--name value</c>, nor the value of one.</summary>
    private static string? StrangerAmong(string[] words)
    {
        for (var place = 0; place < words.Length; place++)
        {
            if (!words[place].StartsWith("--", StringComparison.Ordinal))
            {
                return words[place];
            }

            if (!words[place].Contains('=', StringComparison.Ordinal) && ++place == words.Length)
            {
                return words[^1];
            }
        }

        return null;
    }
}
