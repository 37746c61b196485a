using CostEstimator.Api.Settings;
using Microsoft.Extensions.Options;

namespace CostEstimator.Api.Hosting;

/// <summary>Which day it is in the time zone of the prices.</summary>
internal sealed class PricingDay(TimeProvider clock, IOptions<PricingSettings> settings)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(settings.Value.TimeZone);
    private volatile Minute? _minute;

    /// <summary>The day whose prices count now.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now);

    /// <summary>How long it is until the next day begins; prices may change then.</summary>
    public TimeSpan UntilTomorrow => TimeSpan.FromDays(1) - Now.TimeOfDay;

    // Time zones change with whole minutes, and are slow to ask.
    private DateTime Now
    {
        get
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var number = now.Ticks / TimeSpan.TicksPerMinute;
            if (_minute is not { } minute || minute.Number != number)
            {
                _minute = minute = new Minute(number, _zone.GetUtcOffset(now));
            }

            return now + minute.Offset;
        }
    }

    private sealed record Minute(long Number, TimeSpan Offset);
}
