using System.Text;
using PartnershipTracker.Benchmarks.Fitting;
using PartnershipTracker.Benchmarks.Quality;

namespace PartnershipTracker.Benchmarks.Speed;

/// <summary>
/// Article text of any length: the annotated articles over and over, from the second time on with one word in six replaced by
/// another of theirs, or by one nobody has used before, so that hardly a sentence comes twice and the words keep growing in number.
/// </summary>
public static class LongText
{
    private const int OneReplacedIn = 6;
    private const int OneCoinedIn = 8;

    private static readonly string[] Articles =
    [
        Sample.Seed.Article.Text, .. Sample.Odd.Concat(Sample.Even).Select(sample => sample.Article.Text),
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Training"), "*.txt").Where(file => File.ReadLines(file).First().StartsWith('#'))
            .Order(StringComparer.Ordinal).Select(file => TrainingArticle.Read(file).Article.Text),
    ];

    /// <summary>The same text for the same length.</summary>
    /// <param name="bytes">At least so many in UTF-8, and at most one article more.</param>
    public static string OfAbout(int bytes)
    {
        var random = new Random(3);
        var pool = string.Join(' ', Articles).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.All(char.IsAsciiLetterLower)).ToArray();
        var text = new StringBuilder(bytes);
        for (var (n, length) = (0, 0); length < bytes; n++)
        {
            var article = n < Articles.Length ? Articles[n] : Varied(Articles[n % Articles.Length], pool, random);
            text.Append(article).Append("\n\n");
            length += Encoding.UTF8.GetByteCount(article) + 2;
        }

        return text.ToString();
    }

    private static string Varied(string article, string[] pool, Random random)
    {
        var words = article.Split(' ');
        for (var n = 0; n < words.Length; n++)
        {
            if (words[n].Length > 3 && words[n].All(char.IsAsciiLetterLower) && random.Next(OneReplacedIn) == 0)
            {
                words[n] = random.Next(OneCoinedIn) == 0 ? Coined(pool, random) : pool[random.Next(pool.Length)];
            }
        }

        return string.Join(' ', words);
    }

    private static string Coined(string[] pool, Random random)
    {
        var (front, back) = (pool[random.Next(pool.Length)], pool[random.Next(pool.Length)]);
        return front[..((front.Length + 1) / 2)] + back[(back.Length / 2)..];
    }
}
