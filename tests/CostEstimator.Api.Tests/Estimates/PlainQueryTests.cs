using System.Reflection;
using CostEstimator.Api.Estimates;
using Microsoft.AspNetCore.Mvc;

namespace CostEstimator.Api.Tests.Estimates;

public sealed class PlainQueryTests
{
    public static TheoryData<string> Parameters =>
        [.. typeof(EstimateQuery).GetProperties().Select(property => property.GetCustomAttribute<FromQueryAttribute>()?.Name).OfType<string>()];

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Read_ParameterOfTheQuery_IsInItsPlace(string parameter)
    {
        var query = PlainQuery.Read($"?{parameter}=a%2Bb+c")!;

        var property = typeof(EstimateQuery).GetProperties().Single(property => property.GetCustomAttribute<FromQueryAttribute>()?.Name == parameter);
        Assert.Equal(["a+b c"], property.GetValue(query) as string[] ?? [(string)property.GetValue(query)!]);
        Assert.Equal(1, new[] { query.Item.Length, query.Fact.Length }.Sum() + new[] { query.Programme, query.Currency, query.Language, query.On }.Count(value => value is not null));
    }

    [Theory]
    [InlineData("?item=a&item=b&fact=c&item=a", "a b a", "c")]
    [InlineData("?fact=c&fact=d&fact=c", "", "c d c")]
    [InlineData("", "", "")]
    [InlineData(null, "", "")]
    public void Read_ParametersThatMayRepeat_KeepsAllInOrder(string? text, string items, string facts)
    {
        var query = PlainQuery.Read(text)!;

        Assert.Equal((items, facts), (string.Join(' ', query.Item), string.Join(' ', query.Fact)));
    }

    [Theory]
    [InlineData("?item=a&unknown=b")]
    [InlineData("?Item=a")]
    [InlineData("?item=")]
    [InlineData("?item")]
    [InlineData("?currency=EUR&currency=EUR")]
    [InlineData("?language=&item=a")]
    [InlineData("?=a")]
    public void Read_WhatTheFrameworkIsToLookAt_IsNotPlain(string text) => Assert.Null(PlainQuery.Read(text));
}
