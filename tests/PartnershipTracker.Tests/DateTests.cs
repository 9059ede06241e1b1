using System.Diagnostics;
using System.Text.Json;
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

    /// <summary>Published on Thursday 6 March 2025; durations by their TIMEX3 value.</summary>
    [Theory]
    [InlineData("The deal was signed on 14 March 2023.", "on 14 March 2023 = 2023-03-14 (day-month-year)")]
    [InlineData("It was signed on March 14, 2023, in Reno.", "on March 14, 2023 = 2023-03-14 (month-day-year)")]
    [InlineData("The file is dated 2023-03-14.", "2023-03-14 = 2023-03-14 (iso-date)")]
    [InlineData("Logged at 2023-03-14T08:15:00Z by a clerk.", "at 2023-03-14T08 = 2023-03-14 (iso-date)")]
    [InlineData("Replies by 31/01/2025 only.", "by 31/01/2025 = ../2025-01-31 (until-numeric-day-first)")]
    [InlineData("Posted 1/31/2025 in Ohio.", "1/31/2025 = 2025-01-31 (numeric-day-first)")]
    [InlineData("Posted 01/02/2025 in Leeds.", "01/02/2025 = 2025-02-01 (numeric-day-first)")]
    [InlineData("The notice of 28.10.2024 is void.", "28.10.2024 = 2024-10-28 (numeric-day-first)")]
    [InlineData("Reported on Jan. 10 by a site.", "on Jan. 10 = 2025-01-10 (month-day)")]
    [InlineData("Filed Sept 5, 2024.", "Sept 5, 2024 = 2024-09-05 (month-day-year)")]
    [InlineData("It opened on Nov. 30.", "on Nov. 30 = 2024-11-30 (month-day)")]
    [InlineData("On Tuesday 4 March 2025 they met.", "On Tuesday 4 March 2025 = 2025-03-04 (day-month-year)")]
    [InlineData("Tue, Mar 4, 2025 | Markets", "Tue, Mar 4, 2025 = 2025-03-04 (month-day-year)")]
    [InlineData("On the 14th of March it broke.", "On the 14th of March = 2024-03-14 (day-month)")]
    [InlineData("Held 3-5 June 2024 in Seattle.", "3-5 June 2024 = 2024-06-03/2024-06-05 (day-month-year)")]
    [InlineData("Held June 3–5, 2024 in Seattle.", "June 3–5, 2024 = 2024-06-03/2024-06-05 (month-day-year)")]
    [InlineData("On 9 July the seat was given up.", "On 9 July = 2024-07-09 (day-month)")]
    [InlineData("The court will hear it on 9 July.", "on 9 July = 2025-07-09 (day-month)")]
    [InlineData("On 17 January this year a report came.", "On 17 January this year = 2025-01-17 (day-month-this-year)")]
    [InlineData("On 31 February 2023 nothing happened.", "On 31 February 2023 = unresolved (day-month-year)")]
    [InlineData("It came in March 2023.", "in March 2023 = 2023-03 (month-year)")]
    [InlineData("It came in March of 2023.", "in March of 2023 = 2023-03 (month-year)")]
    [InlineData("In December prices rose.", "In December = 2024-12 (month)")]
    [InlineData("Its October filing lists it.", "October = 2024-10 (month)")]
    [InlineData("after last October's round", "last October's = 2024-10 (last-month-name)")]
    [InlineData("In October last year, talks began.", "In October last year = 2024-10 (month-last-year)")]
    [InlineData("In February this year, talks ended.", "In February this year = 2025-02 (month-this-year)")]
    [InlineData("It will ship in May.", "in May = 2025-05 (month)")]
    [InlineData("It will ship in January.", "in January = 2026-01 (month)")]
    [InlineData("As late as February both denied it.", "As late as February = 2025-02 (month)")]
    [InlineData("In 2019 it paid.", "In 2019 = 2019 (year)")]
    [InlineData("Under the 2019 deal it pays.", "2019 = 2019 (year)")]
    [InlineData("A 2019 investment started it.", "2019 = 2019 (year)")]
    [InlineData("The first cheque (2019) was small.", "2019 = 2019 (year)")]
    [InlineData("2019: the first cheque.", "2019 = 2019 (year)")]
    [InlineData("In 2019, 2021 and 2023 it paid.", "In 2019 = 2019 (year); 2021 = 2021 (year); 2023 = 2023 (year)")]
    [InlineData("Its rights run to 2030.", "to 2030 = ../2030 (until-year)")]
    [InlineData("Compared to 2023, losses fell.", "2023 = 2023 (year)")]
    [InlineData("In the 1990s and the early 2020s", "In the 1990s = 199X (decade); the early 2020s = 202X~ (part-of-decade)")]
    [InlineData("Early in 2024 it left.", "Early in 2024 = 2024~ (part-of-year)")]
    [InlineData("In early 2023 it paid.", "In early 2023 = 2023~ (part-of-year)")]
    [InlineData("By mid-2024 it had left.", "By mid-2024 = ../2024~ (until-part-of-year)")]
    [InlineData("In late March it left.", "In late March = 2024-03~ (part-of-month)")]
    [InlineData("Earlier this year it left.", "Earlier this year = 2025~ (part-of-this-year)")]
    [InlineData("Late last year it left.", "Late last year = 2024~ (part-of-last-year)")]
    [InlineData("Earlier this month it left.", "Earlier this month = 2025-03~ (part-of-this-month)")]
    [InlineData("At the end of June it left.", "At the end of June = 2024-06~ (end-of-month)")]
    [InlineData("By the end of 2024 it had left.", "By the end of 2024 = ../2024 (until-end-of-year)")]
    [InlineData("It left at the end of 2024.", "at the end of 2024 = 2024-12~ (end-of-year)")]
    [InlineData("It left at the start of the year.", "at the start of the year = 2025-01~ (start-of-this-year)")]
    [InlineData("It will close before year-end.", "before year-end = ../2025-12~ (until-year-end)")]
    [InlineData("The two firms signed it today.", "today = 2025-03-06 (today)")]
    [InlineData("They signed it yesterday.", "yesterday = 2025-03-05 (yesterday)")]
    [InlineData("They sign it tomorrow.", "tomorrow = 2025-03-07 (tomorrow)")]
    [InlineData("as of today, 6 March 2025,", "today = 2025-03-06 (today); 6 March 2025 = 2025-03-06 (day-month-year)")]
    [InlineData("It said on Tuesday that it pays.", "on Tuesday = 2025-03-04 (weekday)")]
    [InlineData("It said Thursday that it pays.", "Thursday = 2025-03-06 (weekday)")]
    [InlineData("Last Thursday it paid.", "Last Thursday = 2025-02-27 (last-weekday)")]
    [InlineData("It will pay on Tuesday.", "on Tuesday = 2025-03-11 (weekday)")]
    [InlineData("Next Friday it pays.", "Next Friday = 2025-03-07 (next-weekday)")]
    [InlineData("Last week it paid.", "Last week = 2025-02-24/2025-03-02 (last-week)")]
    [InlineData("It paid this week.", "this week = 2025-03-03/2025-03-09 (this-week)")]
    [InlineData("Over the weekend it paid.", "Over the weekend = 2025-03-01/2025-03-02 (weekend)")]
    [InlineData("Last month it paid.", "Last month = 2025-02 (last-month)")]
    [InlineData("under last month’s agreement", "last month’s = 2025-02 (last-month)")]
    [InlineData("Last quarter it paid.", "Last quarter = 2024-10/2024-12 (last-quarter)")]
    [InlineData("Next year it pays.", "Next year = 2026 (next-year)")]
    [InlineData("Last March it paid.", "Last March = 2024-03 (last-month-name)")]
    [InlineData("Last summer it paid.", "Last summer = 2024-22 (last-season)")]
    [InlineData("Last winter it paid.", "Last winter = 2024-24 (last-season)")]
    [InlineData("This spring it pays.", "This spring = 2025-21 (this-season)")]
    [InlineData("Two years ago it paid.", "Two years ago = 2023-03~ (years-ago)")]
    [InlineData("Three weeks ago it paid.", "Three weeks ago = 2025-02-13 (weeks-ago)")]
    [InlineData("A month ago it paid.", "A month ago = 2025-02~ (months-ago)")]
    [InlineData("More than a year ago it paid.", "More than a year ago = 2024-03~ (years-ago)")]
    [InlineData("A few days ago it paid.", "A few days ago = 2025-03~ (days-ago)")]
    [InlineData("Over the past two years it paid.", "Over the past two years = 2023-03/2025-03 (past-span)")]
    [InlineData("Lately it paid.", "Lately = 2025-03~ (recently)")]
    [InlineData("He expects it to close within two years.", "within two years = 2025-03/2027-03 (within-years)")]
    [InlineData("It will be ready in two years' time.", "in two years' time = 2027-03~ (in-years)")]
    [InlineData("in the third quarter of 2024", "in the third quarter of 2024 = 2024-07/2024-09 (quarter-year)")]
    [InlineData("Q3 2024 was weak.", "Q3 2024 = 2024-07/2024-09 (quarter-year)")]
    [InlineData("In the first half of the year it won.", "In the first half of the year = 2025-01/2025-06 (half-this-year)")]
    [InlineData("the second half of 2024", "the second half of 2024 = 2024-07/2024-12 (half-year)")]
    [InlineData("in the fourth quarter", "in the fourth quarter = 2024-10/2024-12 (quarter)")]
    [InlineData("Third-quarter sales rose.", "Third-quarter = 2024-07/2024-09 (quarter)")]
    [InlineData("In fiscal 2024 sales rose.", "In fiscal 2024 = 2023-07/2024-06 (fiscal-year)")]
    [InlineData("in fiscal year 2024", "in fiscal year 2024 = 2023-07/2024-06 (fiscal-year)")]
    [InlineData("FY24 sales rose.", "FY24 = 2023-07/2024-06 (fiscal-year)")]
    [InlineData("the second quarter of fiscal 2025", "the second quarter of fiscal 2025 = 2024-10/2024-12 (fiscal-quarter)")]
    [InlineData("last fiscal year", "last fiscal year = 2023-07/2024-06 (relative-fiscal-year)")]
    [InlineData("in the summer of 2023", "in the summer of 2023 = 2023-22 (season-year)")]
    [InlineData("in autumn 2022", "in autumn 2022 = 2022-23 (season-year)")]
    [InlineData("From 2019 to 2023 it paid.", "From 2019 to 2023 = 2019/2023 (from-to)")]
    [InlineData("Between March and May 2024 it paid.", "Between March and May 2024 = 2024-03/2024-05 (between)")]
    [InlineData("Between January and June next year", "Between January and June next year = 2026-01/2026-06 (between)")]
    [InlineData("In 2019-2021 it paid.", "In 2019-2021 = 2019/2021 (year-range)")]
    [InlineData("March 2023 – June 2024: the good years.", "March 2023 – June 2024 = 2023-03/2024-06 (from-to)")]
    [InlineData("Between 17 and 22 November 2023 it sank.", "Between 17 and 22 November 2023 = 2023-11-17/2023-11-22 (day-month-year)")]
    [InlineData("From March 2023 to May it grew.", "From March 2023 to May = 2023-03/2023-05 (from-to)")]
    [InlineData("the fiscal year ended June 30, 2024", "the fiscal year ended June 30, 2024 = 2023-07/2024-06 (period-ending)")]
    [InlineData("the three months to September", "the three months to September = 2024-07/2024-09 (period-ending)")]
    [InlineData("It holds until at least 2032.", "until at least 2032 = ../2032 (until-year)")]
    [InlineData("The 2019 and 2021 rounds were small.", "2019 = 2019 (year); 2021 = 2021 (year)")]
    [InlineData("Signed Tuesday, Oct. 28, in a hurry.", "Tuesday, Oct. 28 = 2025-10-28 (month-day)")]
    [InlineData("In 2023/24 it paid.", "In 2023/24 = 2023/2024 (year-range)")]
    [InlineData("Since 2019 it has paid.", "Since 2019 = 2019/.. (since-year)")]
    [InlineData("Since last month it has paid.", "Since last month = 2025-02/.. (since-last-month)")]
    [InlineData("until 2032 and by 2030", "until 2032 = ../2032 (until-year); by 2030 = ../2030 (until-year)")]
    [InlineData("It lasts through June 2026.", "through June 2026 = ../2026-06 (until-month-year)")]
    [InlineData("Before 2019 it was free.", "Before 2019 = ../2019 (until-year)")]
    [InlineData("As of June 2024 it pays.", "As of June 2024 = 2024-06 (month-year)")]
    [InlineData("It shares revenue until 2030, and data until then.", "until 2030 = ../2030 (until-year); until then = ../2030 (until-then)")]
    [InlineData("It paid for six years.", "for six years = P6Y (duration)")]
    [InlineData("It ran for about 15 months.", "for about 15 months = P15M (duration)")]
    [InlineData("It took a decade.", "a decade = P10Y (duration)")]
    [InlineData("a 15-month inquiry", "15-month = P15M (hyphened-duration)")]
    [InlineData("It paid out over a number of years.", "over a number of years = PXY (duration)")]
    [InlineData("Users came within hours.", "within hours = PTXH (vague-duration)")]
    [InlineData("It took two and a half years.", "two and a half years = P30M (duration)")]
    [InlineData("It came within weeks of the vote.", "within weeks = PXW (vague-duration)")]
    public void Every_form_is_known(string text, string expected) => Assert.Equal(expected, Told(text, null));

    /// <summary>After an event of 14 March 2023.</summary>
    [Theory]
    [InlineData("A week later it paid.", "A week later = 2023-03-21 (some-time-later)")]
    [InlineData("Two months earlier it paid.", "Two months earlier = 2023-01~ (some-months-earlier)")]
    [InlineData("Two years later it paid.", "Two years later = 2025-03~ (some-years-later)")]
    [InlineData("The following month it paid.", "The following month = 2023-04 (following-month)")]
    [InlineData("The following year it paid.", "The following year = 2024 (following-year)")]
    [InlineData("The next day it paid.", "The next day = 2023-03-15 (following-day)")]
    [InlineData("The previous autumn it paid.", "The previous autumn = 2022-23 (previous-season)")]
    [InlineData("The year before, it paid.", "The year before = 2022 (unit-before)")]
    [InlineData("The day after, it paid.", "The day after = 2023-03-15 (unit-after)")]
    [InlineData("That March it paid.", "That March = 2023-03 (that-month-name)")]
    [InlineData("That year it paid.", "That year = 2023 (that-year)")]
    [InlineData("By the end of June that year it paid.", "By the end of June that year = ../2023-06 (until-end-of-month-that-year)")]
    [InlineData("The same day it paid.", "The same day = 2023-03-14 (same-day)")]
    [InlineData("Days later it paid.", "Days later = 2023-03~ (some-time-later)")]
    [InlineData("Weeks after the launch it paid.", "Weeks after = 2023-04~ (some-time-later)")]
    [InlineData("Five days before the vote it paid.", "Five days before = 2023-03-09 (some-time-earlier)")]
    [InlineData("Later that month it paid.", "Later that month = 2023-03~ (part-of-that-month)")]
    [InlineData("The following Tuesday it paid.", "The following Tuesday = 2023-03-21 (following-weekday)")]
    [InlineData("The deal comes a week after Acme opened shop.", "a week after = 2025-02-27 (some-time-later)")]
    [InlineData("On 16 May 2023, a week after Acme opened shop, it paid.", "On 16 May 2023 = 2023-05-16 (day-month-year); a week after = 2023-05-09 (some-time-later)")]
    [InlineData("Since then it has paid.", "Since then = 2023-03-14/.. (since-then)")]
    [InlineData("In July 2021 it paid, and in October it stopped.", "In July 2021 = 2021-07 (month-year); in October = 2021-10 (month)")]
    [InlineData("OpenAI, founded in 2015, turned in February into a company.", "in 2015 = 2015 (year); in February = 2025-02 (month)")]
    [InlineData("Two days earlier, on Nov. 15, it had warned them.", "Two days earlier = 2023-11-15 (some-time-earlier); on Nov. 15 = 2023-11-15 (month-day)")]
    [InlineData("Dismissed on Friday 17 November 2023, he was back by Tuesday night.", "on Friday 17 November 2023 = 2023-11-17 (day-month-year); by Tuesday night = ../2023-11-21 (until-weekday)")]
    [InlineData("By July 2019 it was agreed, and on July 22 it was signed.", "By July 2019 = ../2019-07 (until-month-year); on July 22 = 2019-07-22 (month-day)")]
    public void Dates_count_from_the_event_told_before(string text, string expected) => Assert.Equal(expected, Told(text, "2023-03-14"));

    [Theory]
    [InlineData("It may ship and they may march.")]
    [InlineData("May it ship?")]
    [InlineData("The second of three, a second later on.")]
    [InlineData("GPT-4 and version 3.5 of it, or 4.2.1.")]
    [InlineData("Section 2019 and Article 22.")]
    [InlineData("It runs 24/7.")]
    [InlineData("It costs $2019 or £1990.")]
    [InlineData("Some 2,019 people came.")]
    [InlineData("It has 2019 people on the list.")]
    [InlineData("It grew by 2000 percent.")]
    [InlineData("Copilot 365 and Windows 2000 sell.")]
    [InlineData("The world of tomorrow is here.")]
    [InlineData("Today they are friends, tomorrow they are foes.")]
    [InlineData("Who could leave tomorrow?")]
    [InlineData("It is now ready, still ready, already ready.")]
    [InlineData("One day in the future it will soon ship.")]
    [InlineData("Once it shipped, then it sold.")]
    [InlineData("Three quarters of it went.")]
    [InlineData("It makes $10 billion a year.")]
    [InlineData("A 30 year old engineer.")]
    [InlineData("The two-year-old firm.")]
    [InlineData("In step with March Hare.")]
    [InlineData("It will fall and spring back.")]
    [InlineData("The first of the two won, 10-12 times.")]
    [InlineData("For the fourth consecutive quarter.")]
    [InlineData("Black Friday sales rose.")]
    [InlineData("Call 555-2019-22 now.")]
    [InlineData("Room 2019, floor 3.")]
    public void What_looks_like_a_date_is_none(string text) => Assert.Equal("", Told(text, null));

    [Theory]
    [InlineData("on 14 March 2023", "2023-03-14")]
    [InlineData("in March 2023", "2023-03")]
    [InlineData("in early 2023", "2023")]
    [InlineData("in the third quarter of 2025", "2025-Q3")]
    [InlineData("the first half of 2025", "2025-H1")]
    [InlineData("in autumn 2022", "2022-FA")]
    [InlineData("in the winter of 2022", "2022-WI")]
    [InlineData("in the 2010s", "201")]
    [InlineData("since 2019", "2019")]
    [InlineData("until 2032", "2032")]
    [InlineData("last week", "2025-W09")]
    [InlineData("fiscal 2024", "FY2024")]
    [InlineData("for six years", "P6Y")]
    [InlineData("15 months", "P15M")]
    [InlineData("for years", "PXY")]
    [InlineData("a week later", null)]
    public void Values_are_also_given_as_timex3(string text, string? timex) => Assert.Equal(timex, Find(text, null).Single().Timex);

    [Fact]
    public void Month_first_countries_read_numbers_month_first()
    {
        const string text = "Posted 01/02/2025.";
        var tokens = Tokens.Of(text, new TextSpan(0, text.Length));
        Assert.Equal("2025-01-02", DateFinder.Find(text, tokens, null, null, dayFirst: false).Single().Edtf?.Value);
    }

    [Fact]
    public void A_document_s_dates_come_in_order_headings_included()
    {
        var article = Samples.Read("In March 2023 Acme opened a shop. A week later it paid the rent.\n\nOn 3 May 2024 it closed. The same day Bolt moved in.");
        Assert.Equal(["2023-03", "2023-03~", "2024-05-03", "2024-05-03"], Dates.Of(article, EdtfDate.Parse("2025")).Select(date => date.Edtf?.Value));
    }

    [Fact]
    public void A_kept_date_can_be_read_back()
    {
        var json = JsonSerializer.Serialize(Find("for six years", null).Single());
        Assert.DoesNotContain("Timex", json, StringComparison.Ordinal);
        Assert.Equal(DateKind.Duration, JsonSerializer.Deserialize<ResolvedDate>(json)!.Kind);
        Assert.Equal(DateKind.Date, JsonSerializer.Deserialize<ResolvedDate>(json.Replace(",\"Kind\":1", "", StringComparison.Ordinal))!.Kind);
    }

    [Theory]
    [InlineData("2019 ", 20_000)]
    [InlineData("In March ", 100_000)]
    [InlineData("from 2019 to ", 20_000)]
    [InlineData("the end of the early ", 20_000)]
    [InlineData("2019-", 20_000)]
    [InlineData("about more than a few ", 20_000)]
    public void Endless_repetition_is_no_trouble(string words, int times)
    {
        var text = string.Concat(Enumerable.Repeat(words, times));
        var clock = Stopwatch.StartNew();
        var found = DateFinder.Find(text, new TextSpan(0, text.Length), EdtfDate.Parse("2025-03-06"), null);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), clock.Elapsed.ToString());
        Assert.All(found, date => Assert.True(date.Span.Start >= 0 && date.Span.End <= text.Length && date.Span.Length > 0));
        Assert.All(found.Zip(found.Skip(1)), pair => Assert.True(pair.First.Span.End <= pair.Second.Span.Start));
    }

    [Fact]
    public void Words_of_dates_in_any_order_give_sound_spans_apart_from_each_other()
    {
        string[] words =
        [
            "In", "on", "by", "since", "until", "from", "to", "between", "and", "the", "a", "of", "that", "this", "last", "next", "same", "following", "past", "early", "mid", "-", "later",
            "earlier", "end", "start", "March", "Jan", ".", "Tuesday", "Fri", "summer", "year", "years", "quarter", "months", "weeks", "day", "two", "12", "31", "2024", "2023", "9999", "0", "/",
            ",", "(", ")", "'s", "third", "first", "half", "Q3", "FY25", "fiscal", "2020s", "14th", "ago", "after", "before", "then", "today", "today's", "will", "said", "about", "more", "than",
            "few", "as", "at", "through", "within", "over", "for", "in", "ended", "weekend", "decade", "centuries", "30", "999", "—", ":", "just", "has", "recent",
        ];
        var random = new Random(7);
        EdtfDate?[] anchors = [null, EdtfDate.Parse("2025-03-06"), EdtfDate.Parse("2024-08~"), EdtfDate.Parse("2024"), EdtfDate.Parse("0001-01-01"), EdtfDate.Parse("9999-12-31"), EdtfDate.Parse("2023-22"), EdtfDate.Parse("../2030"), EdtfDate.Parse("201X")];
        for (var round = 0; round < 30_000; round++)
        {
            var text = string.Join(random.Next(4) == 0 ? "" : " ", Enumerable.Range(0, 14).Select(_ => words[random.Next(words.Length)]));
            var found = DateFinder.Find(text, new TextSpan(0, text.Length), anchors[random.Next(anchors.Length)], anchors[random.Next(anchors.Length)]);
            Assert.True(found.All(date => date.Words == date.Span.In(text) && date.Words.Length > 0 && (date.Edtf is null || date.Kind == DateKind.Date)), text);
            Assert.True(found.Zip(found.Skip(1)).All(pair => pair.First.Span.End <= pair.Second.Span.Start), text);
            Assert.True(found.All(date => date.Timex is not ""), text);
        }
    }

    private static string Told(string text, string? previous)
    {
        var found = Find(text, previous);
        Assert.All(found, date => Assert.Equal(date.Words, date.Span.In(text)));
        return string.Join("; ", found.Select(date => $"{date.Words} = {(date.Kind == DateKind.Duration ? date.Timex : date.Edtf?.Value) ?? "unresolved"} ({date.Rule})"));
    }

    private static IReadOnlyList<ResolvedDate> Find(string text, string? previous) =>
        DateFinder.Find(text, new TextSpan(0, text.Length), EdtfDate.Parse("2025-03-06"), previous is null ? null : EdtfDate.Parse(previous));
}
