using PartnershipTracker.Benchmarks.Fitting;
using PartnershipTracker.Benchmarks.Laws;
using PartnershipTracker.Benchmarks.Quality;
using PartnershipTracker.Benchmarks.Speed;

if (args is ["train", var file])
{
    Trainer.Run(file);
    return;
}

if (args is ["speed"])
{
    Environment.ExitCode = SpeedRun.Run() == 0 ? 0 : 1;
    return;
}

if (args is ["laws"])
{
    Environment.ExitCode = LawRun.Run() == 0 ? 0 : 1;
    return;
}

if (args.Contains("cross-validate"))
{
    var card = Trainer.CrossValidate(args.Contains("--odd") ? sample => Sample.Odd.Any(odd => odd.Name == sample.Name) || sample.Name == "seed" : null);
    Console.WriteLine($"{string.Join('\n', card.Figures)}\ncalibration error of the stance: {card.CalibrationError:0.000}");
    if (args.Contains("--errors"))
    {
        card.Errors.ForEach(Console.WriteLine);
    }

    return;
}

foreach (var (name, samples) in new[] { ("seed", (IReadOnlyList<Sample>)[Sample.Seed]), ("odd, tuned on", Sample.Odd), ("even, only reported on", Sample.Even) })
{
    var card = Scorecard.Of(samples);
    Console.WriteLine($"\n{name}");
    foreach (var figure in card.Figures)
    {
        Console.WriteLine($"  {figure}");
    }

    Console.WriteLine($"  calibration error of the stance: {card.CalibrationError:0.000}");
    if (args.Contains("--errors") && name[0] != 'e')
    {
        card.Errors.ForEach(error => Console.WriteLine($"    {error}"));
    }
}
if (args.Contains("--files"))
{
    foreach (var sample in Sample.Odd.Concat(Sample.Even))
    {
        Console.WriteLine($"{sample.Name}: {string.Join("; ", Scorecard.Of([sample]).Figures.Select(figure => $"{figure.Name} {figure.Value:0.00}"))}");
    }
}
