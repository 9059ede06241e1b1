namespace PartnershipTracker.Proposing.Rules.Sayers;

/// <summary>Which sentences stand in a quotation that an earlier sentence of their passage opened, and which leave one open.</summary>
internal sealed class Quotations
{
    private readonly bool[] open;

    public Quotations(string text, IReadOnlyList<Statement> statements)
    {
        open = new bool[statements.Count + 1];
        for (var n = 0; n < statements.Count; n++)
        {
            var isOpen = open[n] && n > 0 && statements[n - 1].Sentence.Passage == statements[n].Sentence.Passage;
            open[n] = isOpen;
            foreach (var letter in text.AsSpan(statements[n].Sentence.Span.Start, statements[n].Sentence.Span.Length))
            {
                isOpen = letter switch
                {
                    '“' => true,
                    '”' => false,
                    '"' => !isOpen,
                    _ => isOpen,
                };
            }

            open[n + 1] = isOpen;
        }
    }

    /// <summary>The sentence goes on with a quotation opened before.</summary>
    public bool GoesOn(int sentence) => open[sentence];

    /// <summary>The sentence ends within a quotation.</summary>
    public bool IsLeftOpen(int sentence) => open[sentence + 1];
}
