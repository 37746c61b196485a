using CostEstimator.Api.Settings;
using Microsoft.Extensions.Options;

namespace CostEstimator.Api.Hosting;

/// <summary>Which day it is in the time zone of the prices.</summary>
internal sealed class PricingDay(TimeProvider clock, IOptions<PricingSettings> settings)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(settings.Value.TimeZone);
    private volatile Minute? _minute;
    private volatile Ending? _ending;

    /// <summary>The day whose prices count now.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now);


    /// <summary>How long it is until a day ends; prices may change then. Days on which clocks are changed are longer or shorter.</summary>
    /// <param name="day">The day, today mostly.</param>
    public TimeSpan UntilEndOf(DateOnly day)
    {
        if (_ending is not { } ending || ending.Day != day)
        {
            _ending = ending = new Ending(day, BeginningOf(day.AddDays(1)));
        }

        return ending.At - clock.GetUtcNow().UtcDateTime;
    }

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

    // Where clocks are changed at midnight, a day begins later, or its first hour comes twice.
    private DateTime BeginningOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (_zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        return local - (_zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local));
    }

    private sealed record Minute(long Number, TimeSpan Offset);

    private sealed record Ending(DateOnly Day, DateTime At);
}
