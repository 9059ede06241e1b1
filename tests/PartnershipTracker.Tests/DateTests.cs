using PartnershipTracker.Model;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Tests;

public sealed class DateTests
{
    [Theory]
    [InlineData("On 14 March 2023 it came.", "On 14 March 2023 = 2023-03-14 (day-month-year)")]
    [InlineData("It came on March 14, 2023.", "on March 14, 2023 = 2023-03-14 (month-day-year)")]
    [InlineData("It came in March 2023.", "in March 2023 = 2023-03 (month-year)")]
    [InlineData("In March this year, it came.", "In March this year = 2023-03 (month-this-year)")]
    [InlineData("In October last year, it came.", "In October last year = 2022-10 (month-last-year)")]
    [InlineData("In September it came.", "In September = 2022-09 (month)")]
    [InlineData("in 2019 it changed", "in 2019 = 2019 (year)")]
    [InlineData("data at the beginning of this year", "at the beginning of this year = 2023-01~ (start-of-this-year)")]
    [InlineData("at this year's conference", "this year's = 2023 (this-year)")]
    [InlineData("Recently, it came.", "Recently = 2023-06~ (recently)")]
    [InlineData("it has just received", "has just = 2023~ (just)")]
    [InlineData("since 2019 it has", "since 2019 = 2019/.. (since-year)")]
    [InlineData("by 2032 it will", "by 2032 = ../2032 (until-year)")]
    [InlineData("in the third quarter of 2025", "in the third quarter of 2025 = 2025-07/2025-09 (quarter-year)")]
    [InlineData("in autumn 2022", "in autumn 2022 = 2022-23 (season-year)")]
    [InlineData("In March it signed, a week later it paid.", "In March = 2023-03 (month); a week later = 2023-03~ (some-time-later)")]
    [InlineData("In March it signed, two months later it paid.", "In March = 2023-03 (month); two months later = 2023-05~ (some-months-later)")]
    [InlineData("A week later it paid.", "A week later = unresolved (some-time-later)")]
    [InlineData("a week later it paid", "a week later = unresolved (some-time-later)")]
    [InlineData("They may march on, the second of 24/7, in version 4.2 and section 2019.", "")]
    [InlineData("On 31 February 2023 it came.", "On 31 February 2023 = unresolved (day-month-year)")]
    public void Dates_are_found_and_resolved(string text, string expected)
    {
        var found = DateFinder.Find(text, new TextSpan(0, text.Length), EdtfDate.Parse("2023-06~"), null);
        Assert.Equal(expected, string.Join("; ", found.Select(d => $"{d.Words} = {d.Edtf?.Value ?? "unresolved"} ({d.Rule})")));
        Assert.All(found, d => Assert.Equal(d.Words, d.Span.In(text)));
    }

    [Fact]
    public void A_relative_date_says_what_it_counts_from()
    {
        const string text = "a week later it paid";
        var span = new TextSpan(0, text.Length);
        Assert.Equal("the date told before, 2023-03", DateFinder.Find(text, span, EdtfDate.Parse("2024"), EdtfDate.Parse("2023-03")).Single().Anchor);
    }

    [Fact]
    public void Without_a_publication_date_this_year_stays_unresolved()
    {
        const string text = "in March this year";
        var date = DateFinder.Find(text, new TextSpan(0, text.Length), null, null).Single();
        Assert.Null(date.Edtf);
        Assert.Equal("publication date, unknown", date.Anchor);
    }
}
