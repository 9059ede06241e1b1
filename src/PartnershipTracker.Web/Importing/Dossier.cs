using PartnershipTracker.Model;

namespace PartnershipTracker.Web.Importing;

/// <summary>
/// A curated dossier as its file states it: dated events and claims in our own words, each citing public documents by
/// address. Ids are the file's own and are kept apart from slugs.
/// </summary>
public sealed record Dossier
{
    public required DossierAbout About { get; init; }
    public required IReadOnlyList<DossierSource> Sources { get; init; }
    public required IReadOnlyList<DossierDocument> Documents { get; init; }
    public required IReadOnlyList<DossierEvent> Events { get; init; }
    public required IReadOnlyList<DossierClaim> Claims { get; init; }
}

/// <param name="Title">What the dossier is called.</param>
/// <param name="Covers">The period its makers looked at; nothing after it is current.</param>
/// <param name="Compiled">The day it was finished.</param>
/// <param name="Note">How it was made.</param>
public sealed record DossierAbout(string Title, EdtfDate? Covers, DateOnly? Compiled, string? Note);

public sealed record DossierSource(string Id, string Name, SourceKind Kind, string? Address);

public sealed record DossierDocument(
    string Id, string Source, string Title, string Address, EdtfDate? Published, DocumentTier Tier, DateOnly? Accessed, string? Note);

public sealed record DossierEvent(
    string Id, string Title, string? Summary, EdtfDate? Date, IReadOnlyList<string> Themes, IReadOnlyList<string> Parties,
    IReadOnlyList<DossierCitation> Citations);

/// <param name="Id">The file's id.</param>
/// <param name="Statement">One sentence.</param>
/// <param name="Stance">For the Microsoft–OpenAI relation.</param>
/// <param name="Said">When it was said (<c>made_on</c>).</param>
/// <param name="Themes">Slugs.</param>
/// <param name="Contradicts">Ids of claims; holds both ways although the file may say it once.</param>
/// <param name="Supersedes">Ids of claims.</param>
/// <param name="Events">Ids of events it speaks of; null where the file leaves that to the tracker's editors.</param>
/// <param name="Citations">At least one.</param>
public sealed record DossierClaim(
    string Id, string Statement, Stance Stance, EdtfDate? Said, IReadOnlyList<string> Themes, IReadOnlyList<string> Contradicts,
    IReadOnlyList<string> Supersedes, IReadOnlyList<string>? Events, IReadOnlyList<DossierCitation> Citations);

/// <param name="Document">Id of the document.</param>
/// <param name="AttributedTo">Id of the source that says it, or null where the document says so itself.</param>
/// <param name="Support">What the document bears out, in our own words.</param>
public sealed record DossierCitation(string Document, string? AttributedTo, string Support);
