using System.Diagnostics;
using System.Net.Sockets;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Caching;

/// <summary>The machine's own nginx as a shared cache in front of a host, set up as its manual says: it keeps what the answers allow.</summary>
/// <remarks>One process: started by the superuser, nginx would otherwise work as a user who may not enter the folder of the test.</remarks>
public sealed class Nginx : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TempFolder _folder;

    private Nginx(Process process, TempFolder folder)
    {
        _process = process;
        _folder = folder;
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false, ConnectCallback = (_, cancellation) => ConnectAsync(cancellation) })
        {
            BaseAddress = new Uri("http://estimator.example"),
        };
    }

    /// <summary>Asks through the cache; the header <c>X-Cache</c> of an answer says whether it came from there.</summary>
    public HttpClient Client { get; }

    private string Socket => _folder["nginx.sock"];

    public static async Task<Nginx> StartAsync(EstimatorHost host)
    {
        var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["nginx.conf"], Configuration(folder, host.Address), TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo(
            ProgramFactAttribute.Find("nginx") ?? throw new InvalidOperationException("There is no nginx."),
            ["-p", folder.Path, "-e", folder["error.log"], "-c", folder["nginx.conf"]])
        {
            RedirectStandardError = true,
        };
        var nginx = new Nginx(Process.Start(start)!, folder);
        await nginx.WaitUntilItListensAsync();
        return nginx;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
        _folder.Dispose();
    }

    private static string Configuration(TempFolder folder, Uri upstream) =>
        $$"""
        daemon off;
        master_process off;
        pid {{folder["nginx.pid"]}};
        events { }
        http {
            access_log off;
            client_body_temp_path {{folder["body"]}};
            proxy_temp_path {{folder["proxy"]}};
            fastcgi_temp_path {{folder["fastcgi"]}};
            uwsgi_temp_path {{folder["uwsgi"]}};
            scgi_temp_path {{folder["scgi"]}};
            proxy_cache_path {{folder["cache"]}} keys_zone=answers:1m;
            proxy_cache answers;
            proxy_cache_background_update on;
            add_header X-Cache $upstream_cache_status always;
            server {
                listen unix:{{folder["nginx.sock"]}};
                location / { proxy_pass {{upstream.GetLeftPart(UriPartial.Authority)}}; }
            }
        }
        """;

    // The file is there a moment before anybody listens.
    private async Task WaitUntilItListensAsync()
    {
        var watch = Stopwatch.StartNew();
        while (!await ListensAsync())
        {
            Assert.False(_process.HasExited, $"nginx did not start: {(_process.HasExited ? await _process.StandardError.ReadToEndAsync() : "")}");
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "nginx does not listen.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private async Task<bool> ListensAsync()
    {
        try
        {
            await (await ConnectAsync(TestContext.Current.CancellationToken)).DisposeAsync();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async ValueTask<Stream> ConnectAsync(CancellationToken cancellation)
    {
        var socket = new System.Net.Sockets.Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
