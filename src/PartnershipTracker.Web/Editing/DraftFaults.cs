namespace PartnershipTracker.Web.Editing;

/// <summary>What a draft must satisfy before it may be published, whoever wrote it.</summary>
public static class DraftFaults
{
    public const int MaxStatement = 300;
    public const int MaxNote = 16 * 1024;

    public static List<Fault> Faults(this ClaimDraft draft)
    {
        var faults = new List<Fault>();
        Require(faults, "statement", draft.Statement, MaxStatement, "a statement: one sentence in our own words");
        if (draft.Note?.Length > MaxNote)
        {
            faults.Add(new Fault("note", $"A note has at most {MaxNote:N0} characters; this one has {draft.Note.Length:N0}."));
        }

        RequireEvidence(faults, draft.Evidence);
        return faults;
    }

    public static List<Fault> Faults(this EventDraft draft)
    {
        var faults = new List<Fault>();
        Require(faults, "title", draft.Title, MaxStatement, "a title");
        RequireEvidence(faults, draft.Evidence);
        return faults;
    }

    private static void Require(List<Fault> faults, string field, string text, int max, string what)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            faults.Add(new Fault(field, $"Please give {what}."));
        }
        else if (text.Trim().Length > max)
        {
            faults.Add(new Fault(field, $"At most {max} characters; this has {text.Trim().Length:N0}."));
        }
        else if (text.Any(letter => char.IsControl(letter)))
        {
            faults.Add(new Fault(field, "Please write it on one line, without control characters."));
        }
    }

    private static void RequireEvidence(List<Fault> faults, IReadOnlyList<EvidenceDraft> evidence)
    {
        if (evidence.Count == 0)
        {
            faults.Add(new Fault("quote", "A record without evidence cannot be saved: quote a sentence, or say what a document without text bears out."));
        }

        if (evidence.Any(e => e.Span is null && string.IsNullOrWhiteSpace(e.Note)))
        {
            faults.Add(new Fault("citedNote", "Say in your own words what the document bears out."));
        }
    }
}
