namespace PartnershipTracker.Reading.Formats;

/// <summary>Plain text is never rewritten: its readable text is the decoded file.</summary>
internal static class PlainText
{
    public static Readable Read(string text) =>
        new() { Text = text, Passages = [.. Passages.Of(text).Select(span => new Passage(span, PassageKind.Prose))] };
}
