using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Reading;
using PartnershipTracker.Web.Security;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Editing;

/// <summary>The form that corrects a publication date, as typed.</summary>
public sealed class PublicationDateForm
{
    /// <summary>EDTF; empty where it is not known.</summary>
    public string? Published { get; set; }

    /// <summary>How the editor knows; readers see it with the document.</summary>
    public string? Why { get; set; }
}

/// <summary>
/// Corrects a document's publication date. Proposals get the dates that count from it read anew; what is published keeps its date
/// until an editor takes the new one over.
/// </summary>
public sealed class PublicationDate(Writer writer)
{
    public static void Map(WebApplication app) =>
        app.MapPost(Links.TakeOverPattern, PostAsync).RequireAuthorization(new AuthorizeAttribute { Roles = Roles.Editors });

    public async Task<Outcome<Document>> CorrectAsync(string by, string slug, PublicationDateForm form, CancellationToken stop)
    {
        var faults = new List<Fault>();
        var published = FormDate.Read(faults, "published", form.Published);
        var why = form.Why?.Trim() ?? "";
        if (why.Length is 0 or > NewDocument.MaxField || why.Any(char.IsControl))
        {
            faults.Add(new Fault("why", $"Say how you know, on one line of at most {NewDocument.MaxField} characters."));
        }

        if (faults.Count > 0)
        {
            return faults;
        }

        return await writer.WriteAsync<Outcome<Document>>(by, async scope =>
        {
            if (await scope.Db.Documents.Include(d => d.Text).SingleOrDefaultAsync(d => d.Slug == slug, scope.Stop) is not { } document)
            {
                return new Fault("published", "This document is no longer here.");
            }

            if (document.Published == published)
            {
                return new Fault("published", "That is the date it has.");
            }

            var was = document.Published?.Value ?? "unknown";
            (document.Published, document.PublishedBasis) = (published, why);
            scope.Because(document, $"Publication date corrected from {was} to {published?.Value ?? "unknown"}. {why}");
            await RereadProposalsAsync(scope, document, why);
            await scope.SaveAsync();
            await ClaimDates.SettleUndatedAsync(scope, document);
            return document;
        }, stop);
    }

    /// <summary>Gives a claim or event the date its document's words mean now.</summary>
    public Task<Outcome<Rereading>> TakeOverAsync(string by, string slug, Guid subjectId, CancellationToken stop) =>
        writer.WriteAsync<Outcome<Rereading>>(by, async scope =>
        {
            var document = await scope.Db.Documents.SingleOrDefaultAsync(d => d.Slug == slug, scope.Stop);
            var open = document is null ? [] : await Rereadings.OfAsync(scope.Db, document, scope.Stop);
            if (open.SingleOrDefault(r => r.SubjectId == subjectId) is not { } reading)
            {
                return new Fault("gone", "This date has been decided already, or it no longer reads so.");
            }

            var why = $"Date read anew from “{reading.New.Words}” after the publication date was corrected: {reading.Old?.Value ?? "unknown"} → {reading.New.Edtf?.Value ?? "unknown"}";
            if (reading.IsEvent)
            {
                var happening = await scope.Db.Events.Include(e => e.Themes).Include(e => e.Parties).Include(e => e.Evidence).ThenInclude(e => e.Chain)
                    .SingleAsync(e => e.Id == subjectId, scope.Stop);
                (happening.Date, happening.Earliest, happening.Latest) = (reading.New.Edtf, reading.New.Edtf?.Earliest, reading.New.Edtf?.Latest);
                scope.Because(happening, why);
            }
            else
            {
                var claim = await ClaimDates.Whole(scope).SingleAsync(c => c.Id == subjectId, scope.Stop);
                claim.Happened = reading.New.Edtf;
                await ClaimDates.SettleAsync(scope, claim);
                scope.Because(claim, why);
            }

            return reading;
        }, stop);

    private static async Task RereadProposalsAsync(WriteScope scope, Document document, string why)
    {
        if (document.Text is null)
        {
            return;
        }

        var now = Dates.InSentences(StoredArticle.Of(document.Text), document.Published);
        var open = await scope.Db.Proposals
            .Where(p => p.DocumentId == document.Id && (p.State == ProposalState.Pending || p.State == ProposalState.Repeated)).ToListAsync(scope.Stop);
        foreach (var proposal in open)
        {
            if (proposal.Date is { } date && now.TryGetValue(date.Span, out var read) && (read.Edtf != date.Edtf || read.Anchor != date.Anchor))
            {
                proposal.Readings = [.. proposal.Readings, new DateReading(read, scope.Now, scope.By, why)];
            }
        }
    }

    private static async Task<IResult> PostAsync(string slug, [FromForm] Guid subject, PublicationDate dates, HttpContext context)
    {
        var outcome = await dates.TakeOverAsync(context.User.NameOf(), slug, subject, context.RequestAborted);
        return Results.LocalRedirect(Links.DeskDocumentAfter(slug, outcome.Succeeded ? "taken" : outcome.Faults[0].Field));
    }
}
