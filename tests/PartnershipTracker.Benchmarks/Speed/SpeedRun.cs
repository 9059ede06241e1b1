using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PartnershipTracker.Benchmarks.Quality;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Proposing.Patterns;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Benchmarks.Speed;

/// <summary>
/// How fast texts are read, beside two controls in the same run, so that a slow machine shows as one; and what the engine makes
/// of hostile texts. Times are processor time over all threads, which neighbours on the machine change least; alone on it the clock
/// shows no more. Wants a Release build.
/// </summary>
internal static class SpeedRun
{
    private const double LeastReading = 8;
    private const double LeastProposing = 1;
    private const double MostForTenTimes = 12;
    private static readonly TimeSpan MostForHostile = TimeSpan.FromSeconds(2);
    private static readonly EdtfDate Published = EdtfDate.Parse("2023-06~");
    private static readonly Lexicon Lexicon = new(Vocabulary.Default, Sample.Themes);
    private static int failed;

    /// <returns>How many goals were missed.</returns>
    public static int Run()
    {
        var (small, large) = (LongText.OfAbout(1_000_000), LongText.OfAbout(9_500_000));
        Console.WriteLine("control: words counted in a loop, SHA-256 of the bytes");
        Megabytes("words", small, CountWords, 20);
        Megabytes("SHA-256", small, text => SHA256.HashData(Encoding.UTF8.GetBytes(text)).Length, 20);
        Console.WriteLine("sentences + dates + cues");
        Measure(small, large, text => Statements(text).Count, LeastReading);
        Console.WriteLine("from the text to its proposals");
        Measure(small, large, text => Proposals(text).Count, LeastProposing);
        Console.WriteLine("hostile texts, from the text to its proposals");
        foreach (var hostile in HostileText.All)
        {
            Hostile(hostile);
        }

        Console.WriteLine(failed == 0 ? "every goal reached" : $"{failed} goals missed");
        return failed;
    }

    private static void Measure(string small, string large, Func<string, int> work, double least)
    {
        var one = Megabytes("1 MB", small, work, 9, least);
        var ten = Megabytes("10 MB", large, work, 3, least);
        Report("10 MB for 1 MB", ten / one * 10 * small.Length / large.Length, "× the time", ten / one * 10 * small.Length / large.Length <= MostForTenTimes);
    }

    /// <returns>The seconds of the fastest of some rounds.</returns>
    private static double Megabytes(string name, string text, Func<string, int> work, int rounds, double? least = null)
    {
        var best = double.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            GC.Collect();
            var start = Environment.CpuUsage.TotalTime;
            GC.KeepAlive(work(text));
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - start).TotalSeconds);
        }

        var rate = Encoding.UTF8.GetByteCount(text) / best / 1e6;
        Report(name, rate, least is null ? "MB/s" : string.Create(CultureInfo.InvariantCulture, $"MB/s, goal {least}"), least is null ? null : rate >= least);
        return best;
    }

    private static void Hostile(HostileText hostile)
    {
        var text = hostile.Make();
        var start = Environment.CpuUsage.TotalTime;
        var result = ArticleReader.Read(text, new ReadHints { FileName = hostile.FileName });
        var told = result is ReadResult.Read { Article: var article } ? $"{Propose(article).Count} proposals" : $"refused: {((ReadResult.Refused)result).Why}";
        var taken = Environment.CpuUsage.TotalTime - start;
        Report(hostile.Name, taken.TotalSeconds, $"s, {told}", taken < MostForHostile);
    }

    private static void Report(string name, double value, string unit, bool? isReached)
    {
        failed += isReached == false ? 1 : 0;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {isReached switch { true => "pass", false => "FAIL", null => "    " }}  {name,-46} {value,9:0.00} {unit}"));
    }

    private static List<Statement> Statements(string text) => StatementReader.Read(Read(text), Published, Lexicon);

    private static IReadOnlyList<Suggestion> Proposals(string text) => Propose(Read(text));

    private static IReadOnlyList<Suggestion> Propose(Article article) => Proposer.Propose(article, Published, Sample.Themes, Vocabulary.Default);

    private static Article Read(string text) => ((ReadResult.Read)ArticleReader.Read(text, new ReadHints { FileName = "a.txt" })).Article;

    private static int CountWords(string text)
    {
        var (words, within) = (0, false);
        foreach (var letter in text.AsSpan())
        {
            var isLetter = char.IsLetterOrDigit(letter);
            words += isLetter && !within ? 1 : 0;
            within = isLetter;
        }

        return words;
    }
}
