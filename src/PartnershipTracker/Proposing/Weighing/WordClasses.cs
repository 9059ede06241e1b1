using System.Collections.Frozen;

namespace PartnershipTracker.Proposing.Weighing;

/// <summary>Words of like meaning, kept as data in <c>classes.txt</c>, so that what is learnt of “quarrel” holds for “squabble”.</summary>
internal static class WordClasses
{
    private static readonly FrozenDictionary<string, string[]> Classes = Load();

    /// <summary>Names of the classes a stem belongs to.</summary>
    public static string[] Of(string stem) => Classes.GetValueOrDefault(stem) ?? [];

    private static FrozenDictionary<string, string[]> Load()
    {
        using var stream = typeof(WordClasses).Assembly.GetManifestResourceStream("PartnershipTracker.Proposing.Weighing.classes.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(':', 2))
            .SelectMany(line => line[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (Stem: Stems.Of(word), Class: line[0])))
            .Distinct().GroupBy(entry => entry.Stem, entry => entry.Class).ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }
}
