using PartnershipTracker.Model;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Importing;

/// <summary>One field of one record: what the file says and what the store holds, both as text, and how to make the store say the same.</summary>
internal sealed record ImportField(string Name, string? File, string? Stored, Action Set);

/// <summary>
/// Decides field by field between a file and the store. A field is untouched when the store still holds what was last
/// imported; what was never imported is untouched while it is empty.
/// </summary>
internal sealed class FieldMerge(WriteScope scope)
{
    private readonly Dictionary<string, Outcome> outcomes = [];
    private readonly Dictionary<string, List<string>> left = [];

    // By subject, what changed in it; null for one that is new.
    private readonly Dictionary<IRevised, List<string>?> changes = [];

    private enum Outcome
    {
        Unchanged,
        Left,
        Updated,
        Added,
    }

    /// <summary>Says that something else about a record changed, unless it has a reason already.</summary>
    public void Also(IRevised subject, string what)
    {
        if (!changes.ContainsKey(subject))
        {
            Changed(subject, [what]);
        }
    }

    public int Count(bool added) => outcomes.Values.Count(outcome => outcome == (added ? Outcome.Added : Outcome.Updated));

    public int Unchanged => outcomes.Values.Count(outcome => outcome == Outcome.Unchanged);

    public IReadOnlyList<string> Left => [.. left.Select(pair => $"{pair.Key}: {string.Join(", ", pair.Value)}")];

    /// <summary>Sets every field of a record that has just been made.</summary>
    public void Fill(ImportedItem item, IRevised subject, IEnumerable<ImportField> fields)
    {
        foreach (var field in fields)
        {
            field.Set();
            item.Fields[field.Name] = field.File ?? "";
        }

        outcomes[Label(item)] = Outcome.Added;
        changes[subject] = null;
        scope.Because(subject, "Imported from the curated dossier");
    }

    /// <summary>May be called more than once for a record, with other fields.</summary>
    public void Merge(ImportedItem item, IRevised subject, IEnumerable<ImportField> fields)
    {
        var updated = new List<string>();
        var touched = left.GetValueOrDefault(Label(item), []);
        foreach (var field in fields)
        {
            var (file, stored) = (field.File ?? "", field.Stored ?? "");
            if (file != stored)
            {
                if (stored != item.Fields.GetValueOrDefault(field.Name, ""))
                {
                    touched.Add(field.Name);
                    continue;
                }

                field.Set();
                updated.Add(field.Name);
            }

            item.Fields[field.Name] = file;
        }

        if (touched.Count > 0)
        {
            left[Label(item)] = touched;
        }

        var outcome = updated.Count > 0 ? Outcome.Updated : touched.Count > 0 ? Outcome.Left : Outcome.Unchanged;
        outcomes[Label(item)] = (Outcome)Math.Max((int)outcome, (int)outcomes.GetValueOrDefault(Label(item), Outcome.Unchanged));
        if (updated.Count > 0)
        {
            Changed(subject, updated);
        }
    }

    private void Changed(IRevised subject, List<string> what)
    {
        if (changes.TryGetValue(subject, out var known) && known is null)
        {
            return;
        }

        List<string> all = [.. known ?? [], .. what];
        changes[subject] = all;
        scope.Because(subject, $"The curated dossier changed: {string.Join(", ", all)}");
    }

    /// <summary>“claim ip-2032”, as faults name it too.</summary>
    public static string Label(ImportedItem item) => item.ItemId.Replace(":", " ", StringComparison.Ordinal);
}
