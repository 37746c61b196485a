using CostEstimator.Api.Callers;
using CostEstimator.Api.Estimates;
using CostEstimator.Api.ExchangeRates;
using CostEstimator.Api.Health;
using CostEstimator.Api.Http;
using CostEstimator.Api.OpenApi;
using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Programmes;
using CostEstimator.Api.Quotes;
using CostEstimator.Api.Rehearsals;
using CostEstimator.Api.Settings;
using CostEstimator.Api.Watching;
using CostEstimator.Api.Widget;
using CostEstimator.Api.Wording;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Hosting;

/// <summary>The web application, from arguments to the pipeline.</summary>
internal static class EstimatorApp
{
    /// <summary>Builds the application; its database is opened by <see cref="Preparation.Prepare"/>.</summary>
    /// <param name="args">Settings on the command line, such as <c>--urls</c>.</param>
    /// <param name="configure">Replaces services, for tests.</param>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(EstimatorApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.AddLogs();
        builder.AddServer();

        // Where the product is not published, its static files are where the build found them; what is served is what was built.
        builder.WebHost.UseStaticWebAssets();
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.Services.AddSettings(builder.Configuration);
        builder.Services.AddProduct();
        builder.Services.AddOpenApiDocument();
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseTimelyStop();
        app.UseProxies();
        app.UseHsts();
        app.UseRequestLogging();
        app.UseShortWay();
        app.UseProblems();
        app.UseSecurityHeaders();
        app.UseCallers();
        app.MapOpenApi();
        app.UseLimits();
        app.MapApi();
        return app;
    }

    private static void AddProduct(this IServiceCollection services)
    {
        services.AddStorage();
        services.AddSingleton<CurrentPriceList>();
        services.AddSingleton<PricingDay>();
        services.AddSingleton<QuoteBodies>();
        services.AddSingleton<QuoteDesk>();
        services.AddSingleton<PlainQuotes>();
        services.AddSingleton<RepeatedQuotes>();
        services.AddSingleton<Freshness>();
        services.AddSingleton<ShortWay>();
        services.AddSingleton<FinishedAnswers>();
        services.AddSingleton<PlainEstimates>();
        services.AddSingleton<RuntimeActivity>();
        services.AddSingleton<Rehearsal>();
        services.AddProxies();
        services.AddCallers();
        services.AddSingleton<ProductMeter>();
        services.AddHostedService<MetricsExport>();
        services.AddHostedService<DatabaseWatcher>();
        services.AddHostedService<QuoteAuditor>();
        services.AddBulletinRefresher();
        services.ConfigureHttpJsonOptions(options => ApiJsonContext.Configure(options.SerializerOptions));
    }

    // Made when the server starts, once the settings are known to be right.
    private static void UseShortWay(this WebApplication app) => ((IApplicationBuilder)app).Use(next =>
    {
        var finished = app.Services.GetRequiredService<FinishedAnswers>();
        var estimates = app.Services.GetRequiredService<PlainEstimates>();
        var quotes = app.Services.GetRequiredService<PlainQuotes>();
        RequestDelegate unfinished = http => estimates.InvokeAsync(http, next);
        return http => HttpMethods.IsPost(http.Request.Method) ? quotes.InvokeAsync(http, next) : finished.InvokeAsync(http, unfinished);
    });

    private static void MapApi(this WebApplication app)
    {
        app.MapWidgetFiles();
        var api = app.MapGroup("").WithLanguage().WithRequestRules();
        api.MapTreatments();
        api.MapPriceRules();
        api.MapProgrammes();
        api.MapExchangeRates();
        api.MapEstimates();
        api.MapQuotes();
        api.MapWidgetTexts();

        // To operators.
        app.MapGroup("").WithLanguage(Language.En).WithRequestRules().DisableRateLimiting().MapHealth();
    }
}
