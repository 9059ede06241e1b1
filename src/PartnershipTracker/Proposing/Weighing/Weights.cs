using System.Collections.Frozen;
using System.Text.Json;
using PartnershipTracker.Model;

namespace PartnershipTracker.Proposing.Weighing;

/// <summary>
/// How much each cue speaks for each answer: multinomial logistic regression for stance and voice, one logistic regression
/// each for check-worthiness, events and every theme. <c>weights.json</c> holds what <c>PartnershipTracker.Benchmarks -- train</c>
/// fitted to the annotated articles of its folders <c>Training</c> and <c>Practice</c> (odd numbers); cues that weigh next to nothing are left out.
/// </summary>
public sealed class Weights
{
    private readonly FrozenDictionary<ulong, CueWeight[]> weights;
    private readonly Dictionary<string, int> themes = [];
    private readonly float[] bias;
    private readonly string[] columns;

    private Weights(string[] columns, float[] bias, IEnumerable<KeyValuePair<ulong, CueWeight[]>> weights)
    {
        (this.columns, this.bias, this.weights) = (columns, bias, weights.ToFrozenDictionary());
        for (var column = FirstTheme; column < columns.Length; column++)
        {
            themes.Add(columns[column]["theme ".Length..], column);
        }
    }

    /// <summary>The columns that do not depend on the list of themes, in their order: stances, voices, then yes-or-no questions.</summary>
    public static IReadOnlyList<string> Fixed { get; } =
        [.. Enum.GetNames<Stance>(), .. Enum.GetNames<Voice>().Where(voice => voice != nameof(Voice.NotGiven)), "check-worthy", "event"];

    /// <summary>First of the voices, <see cref="Voice.Fact"/>.</summary>
    internal const int FirstVoice = 3;

    internal const int CheckWorthy = 8;

    internal const int Event = 9;

    internal const int FirstTheme = 10;

    /// <summary>The ones that come with the library.</summary>
    public static Weights Default { get; } = Load();

    /// <summary>What each column answers; themes stand as <c>theme funding</c>.</summary>
    public IReadOnlyList<string> Columns => columns;

    /// <exception cref="JsonException">Not weights.</exception>
    public static Weights FromJson(string json)
    {
        var file = JsonSerializer.Deserialize<WeightsFile>(json, JsonSerializerOptions.Web) ?? throw new JsonException("There are no weights.");
        return new Weights(file.Columns, file.Bias, file.Cues.Select(cue =>
            KeyValuePair.Create(CueReader.KeyOf(cue.Key), cue.Value.Chunk(2).Select(pair => new CueWeight((int)pair[0], pair[1])).ToArray())));
    }

    internal float Bias(int column) => bias[column];

    internal CueWeight[] Of(in Cue cue) => weights.GetValueOrDefault(cue.Key) ?? [];

    /// <summary>The column of a theme, or null where the weights do not know it.</summary>
    internal int? ColumnOf(string theme) => themes.TryGetValue(theme, out var column) ? column : null;

    private static Weights Load()
    {
        using var stream = typeof(Weights).Assembly.GetManifestResourceStream("PartnershipTracker.Proposing.Weighing.weights.json")!;
        using var reader = new StreamReader(stream);
        return FromJson(reader.ReadToEnd());
    }
}

/// <summary>How much a cue speaks for one answer.</summary>
internal readonly record struct CueWeight(int Column, float Weight);

/// <summary>The file's shape.</summary>
/// <param name="Columns">What is answered.</param>
/// <param name="Bias">One for each column.</param>
/// <param name="Cues">For each cue's name column and weight by turns.</param>
public sealed record WeightsFile(string[] Columns, float[] Bias, SortedDictionary<string, float[]> Cues);
