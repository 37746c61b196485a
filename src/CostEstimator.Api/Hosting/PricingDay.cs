using CostEstimator.Api.Settings;
using Microsoft.Extensions.Options;

namespace CostEstimator.Api.Hosting;

/// <summary>Which day it is in the time zone of the prices.</summary>
internal sealed class PricingDay(TimeProvider clock, IOptions<PricingSettings> settings)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(settings.Value.TimeZone);

    /// <summary>The day whose prices count now.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>How long it is until the next day begins; prices may change then.</summary>
    public TimeSpan UntilTomorrow => TimeSpan.FromDays(1) - Now.TimeOfDay;

    private DateTimeOffset Now => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), _zone);
}
