using PartnershipTracker.Web;

await using var app = TrackerSetup.Build(args);
if (Commands.Find(args) is { } command)
{
    return await Commands.RunAsync(command, args, app);
}

await app.PrepareAsync();
await app.StartAsync();
await Commands.GreetAsync(app);
await app.WaitForShutdownAsync();
return 0;
