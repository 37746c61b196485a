using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace CostEstimator.Api.Tests.Fixture;

/// <summary>The program serving, as a process of its own with a folder of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const int StartEvent = 1;
    private const int Terminate = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _error = new();
    private readonly TaskCompletionSource<JsonElement> _start = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private HttpClient? _client;

    private ServerProcess(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Received(line.Data);
        _process.ErrorDataReceived += (_, line) => _error.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The lines on standard output so far, each of which must be JSON.</summary>
    public IEnumerable<JsonElement> Log => _output.Select(line => JsonSerializer.Deserialize<JsonElement>(line));

    /// <summary>The number of the process.</summary>
    public int Id => _process.Id;

    public string Error => string.Join('\n', _error);

    /// <summary>What the start log says.</summary>
    public JsonElement Start { get; private set; }

    public HttpClient Client => _client ?? throw new InvalidOperationException("The server did not start.");

    /// <summary>How many lines of the log are of the product's event with this number.</summary>
    public int CountOf(int eventId) => Log.Count(line =>
        line.GetProperty("EventId").GetInt32() == eventId
        && line.GetProperty("Category").GetString()!.StartsWith("CostEstimator", StringComparison.Ordinal));

    /// <summary>What the lines of the log say that are of requests: method, path and status code.</summary>
    public IEnumerable<string> Requests() => Log
        .Where(line => line.GetProperty("Category").GetString()!.EndsWith("RequestLogging", StringComparison.Ordinal))
        .Select(line => line.GetProperty("State"))
        .Select(state => $"{state.GetProperty("Method")} {state.GetProperty("Path")} {state.GetProperty("Status")}");

    public static Task<ServerProcess> StartAsync(TempFolder folder, params (string Name, string? Value)[] settings) =>
        StartAsync(folder, [], settings);

    /// <summary>Starts the program, and waits until its log says that it serves.</summary>
    public static Task<ServerProcess> StartAsync(TempFolder folder, string[] arguments, (string Name, string? Value)[] settings) =>
        StartAsync(ProductProcess.Prepare(folder, arguments, settings));

    /// <summary>Does the same, by a command of a shell.</summary>
    public static Task<ServerProcess> StartInShellAsync(TempFolder folder, string command, params (string Name, string? Value)[] settings) =>
        StartAsync(ProductProcess.Prepare(folder, [], settings).InShell(command));

    private static async Task<ServerProcess> StartAsync(ProcessStartInfo start)
    {
        var server = new ServerProcess(start);
        var exit = server._process.WaitForExitAsync(TestContext.Current.CancellationToken);
        if (await Task.WhenAny(server._start.Task, exit, Task.Delay(Patience, TestContext.Current.CancellationToken)) != server._start.Task)
        {
            await server.DisposeAsync();
            throw new InvalidOperationException($"The server did not start: {server.Error}{string.Join('\n', server._output)}");
        }

        server.Start = await server._start.Task;
        var address = new Uri(server.Start.GetProperty("Address").GetString()!);
        server._client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = address };
        return server;
    }

    /// <summary>Starts the program, and tells it to end after a while, whether it serves by then or not.</summary>
    /// <returns>The exit code, and what stood on standard error.</returns>
    public static async Task<(int ExitCode, string Error)> BreakOffAsync(TempFolder folder, TimeSpan after)
    {
        await using var server = new ServerProcess(ProductProcess.Prepare(folder, [], []));
        await Task.Delay(after, TestContext.Current.CancellationToken);
        return (await server.TerminateAsync(), server.Error);
    }

    /// <summary>Tells the process to end as an operator would, and waits until it has.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> TerminateAsync()
    {
        Assert.Equal(0, Kill(_process.Id, Terminate));
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Ends the process at once, as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private void Received(string? line)
    {
        if (line is null)
        {
            return;
        }

        _output.Enqueue(line);
        if (line.Contains($"\"EventId\":{StartEvent},", StringComparison.Ordinal))
        {
            _start.TrySetResult(JsonSerializer.Deserialize<JsonElement>(line).GetProperty("State"));
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
