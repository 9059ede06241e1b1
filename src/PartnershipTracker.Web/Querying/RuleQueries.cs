using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Web.Storage;

namespace PartnershipTracker.Web.Querying;

/// <summary>What editors' decisions say about the rules of the reading engine.</summary>
public sealed class RuleQueries(Vocabulary vocabulary, IDbContextFactory<TrackerDb> databases)
{
    private const int Latest = 20;

    /// <summary>
    /// Counted by SQLite over the stored reasons in one statement. A changed proposal counts for a rule when what was
    /// published keeps what the rule decided; a rejected one counts against every rule that had a part in it. Repeats of an
    /// earlier document's proposal are decided with it and not counted again.
    /// </summary>
    private const string Tally = """
        WITH Fired AS (
            SELECT DISTINCT p.Id, p.Kind, p.State, p.ResultId, p.Suggestion, p.Readings,
                j.value ->> '$.about' AS About,
                CASE WHEN j.value ->> '$.about' = 'stance' AND j.value ->> '$.rule' LIKE '%-denied'
                    THEN substr(j.value ->> '$.rule', 1, length(j.value ->> '$.rule') - 7) ELSE j.value ->> '$.rule' END AS Rule
            FROM Proposals AS p, json_each(p.Suggestion, '$.reasons') AS j
            WHERE p.SameAsId IS NULL
                AND (j.value ->> '$.about' <> 'date' OR j.value ->> '$.rule' IS p.Suggestion ->> '$.date.rule')),
        Judged AS (
            SELECT f.About, f.Rule, f.State, CASE
                WHEN f.State <> 'Changed' THEN 0
                WHEN f.Kind = 'Source' THEN 1
                WHEN f.About = 'stance' THEN lower(c.Stance) IS (f.Suggestion ->> '$.stance')
                WHEN f.About = 'voice' THEN lower(c.Voice) IS lower(f.Suggestion ->> '$.voice')
                WHEN f.About = 'date' THEN coalesce(c.Happened, e.Date) IS
                    coalesce(f.Readings ->> '$[#-1].date.edtf', f.Suggestion ->> '$.date.edtf')
                WHEN f.About LIKE 'theme %' THEN EXISTS (
                    SELECT 1 FROM Themes AS t WHERE t.Slug = substr(f.About, 7) AND (
                        EXISTS (SELECT 1 FROM ClaimTheme AS ct WHERE ct.ClaimId = c.Id AND ct.ThemesId = t.Id)
                        OR EXISTS (SELECT 1 FROM EventTheme AS et WHERE et.PartnershipEventId = e.Id AND et.ThemesId = t.Id)))
                WHEN f.About = 'who says it' THEN NOT EXISTS (
                    SELECT 1 FROM json_each(f.Suggestion, '$.chain') AS n WHERE NOT EXISTS (
                        SELECT 1 FROM Evidence AS v JOIN ChainLinks AS l ON l.EvidenceId = v.Id JOIN Sources AS s ON s.Id = l.SourceId
                        WHERE (v.ClaimId = f.ResultId OR v.EventId = f.ResultId)
                            AND (l.Words IN (n.value ->> '$.name', n.value ->> '$.canonical') OR s.Name IN (n.value ->> '$.name', n.value ->> '$.canonical'))))
                ELSE 1 END AS Kept
            FROM Fired AS f LEFT JOIN Claims AS c ON c.Id = f.ResultId LEFT JOIN Events AS e ON e.Id = f.ResultId)
        SELECT About, Rule, sum(State = 'Accepted') AS Accepted, sum(Kept) AS Kept,
            sum(State = 'Changed') - sum(Kept) AS Altered, sum(State = 'Rejected') AS Rejected, sum(State = 'Pending') AS Waiting
        FROM Judged GROUP BY About, Rule
        """;

    /// <summary>Every rule that ever had a part in a proposal or is switched off; those to look at first come first.</summary>
    public async Task<RulePage> AllAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var scores = await db.Database.SqlQueryRaw<RuleScore>(Tally).ToListAsync(stop);
        var off = await db.RuleSwitches.AsNoTracking().Where(r => r.IsOff).ToListAsync(stop);
        scores.AddRange(off.Where(r => !scores.Any(s => s.About == r.About && s.Rule == r.Rule)).Select(r => new RuleScore(r.About, r.Rule, 0, 0, 0, 0, 0)));
        var rows = scores.Select(score => new RuleRow(
            score, off.Any(r => r.About == score.About && r.Rule == score.Rule), RulesOff.CanBe(score.About, score.Rule, vocabulary)));
        return new RulePage(
            [.. rows.OrderByDescending(row => row.IsOff).ThenByDescending(row => row.ToSwitchOff).ThenBy(row => row.Score.About, StringComparer.Ordinal)
                .ThenByDescending(row => row.Score.Decided).ThenBy(row => row.Score.Rule, StringComparer.Ordinal)],
            new RulesOff(off.Select(r => (r.About, r.Rule))).Version,
            await db.Revisions.AsNoTracking().Where(r => r.Subject == nameof(RuleSwitch)).OrderByDescending(r => r.At).ThenByDescending(r => r.Number)
                .Take(Latest).Select(r => new RevisionRow(r.Number, r.At, r.By, r.Why)).ToListAsync(stop));
    }
}

/// <param name="Rows">The rules.</param>
/// <param name="Version">The rule set as it is used now.</param>
/// <param name="Switches">Latest switches, newest first.</param>
public sealed record RulePage(IReadOnlyList<RuleRow> Rows, string Version, IReadOnlyList<RevisionRow> Switches);

/// <param name="Score">How editors decided.</param>
/// <param name="IsOff">Later intakes do not use it.</param>
/// <param name="CanBeOff">See <see cref="RulesOff.CanBe"/>.</param>
public sealed record RuleRow(RuleScore Score, bool IsOff, bool CanBeOff)
{
    public bool ToSwitchOff => CanBeOff && !IsOff && Score.IsBetterOff;
}
