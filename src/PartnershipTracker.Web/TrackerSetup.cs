using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MudBlazor.Services;
using PartnershipTracker.Proposing;
using PartnershipTracker.Reading;
using PartnershipTracker.Web.Components;
using PartnershipTracker.Web.Editing;
using PartnershipTracker.Web.Importing;
using PartnershipTracker.Web.Querying;
using PartnershipTracker.Web.Security;
using PartnershipTracker.Web.Storage;
using PartnershipTracker.Web.Storage.Sqlite;

namespace PartnershipTracker.Web;

/// <summary>How the app is put together. Tests build it the same way, on a store of their own.</summary>
public static class TrackerSetup
{
    private const string DefaultAddress = "http://localhost:5080";

    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(TrackerSetup).Assembly.GetName().Name,
            ContentRootPath = ContentRoot(args),
        });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // The largest article plus the form around it; what is larger is refused before it is read.
            kestrel.Limits.MaxRequestBodySize = 3 * ArticleReader.MaxBytes;

            // Room for a search of 10,000 characters of any script, so that a page can say that this is too much.
            kestrel.Limits.MaxRequestLineSize = 128 * 1024;
        });
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        AddStore(builder.Services);
        AddEditing(builder.Services);
        AddPages(builder.Services);
        var app = builder.Build();
        UsePages(app);
        return app;
    }

    /// <summary>Brings the store up to date and fills it; called before the app listens.</summary>
    public static async Task PrepareAsync(this WebApplication app, CancellationToken stop = default)
    {
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<TrackerDb>>().CreateDbContextAsync(stop))
        {
            await SqliteStore.PrepareAsync(db, stop);
        }

        await app.Services.GetRequiredService<TextIndex>().AddMissingAsync(stop);
        await app.Services.GetRequiredService<Seeding>().RunAsync(stop);
    }

    // Given on the command line (dotnet run gives the repository's top), else where the published app lies.
    private static string ContentRoot(string[] args) =>
        new ConfigurationBuilder().AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args).Build()[WebHostDefaults.ContentRootKey]
            ?? AppContext.BaseDirectory;

    private static void AddStore(IServiceCollection services)
    {
        services.AddOptions<TrackerOptions>().BindConfiguration(TrackerOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(TimeProvider.System);
        services.AddDbContextFactory<TrackerDb>((provider, options) =>
            SqliteStore.Use(options, Path.Combine(DataFolder(provider), "tracker.db")));
        services.AddDataProtection();
        services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<IServiceProvider, ILoggerFactory>((keys, provider, logs) => keys.XmlRepository =
                new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(
                    Directory.CreateDirectory(Path.Combine(DataFolder(provider), "keys")), logs));
        services.AddSingleton<Writer>();
        services.AddSingleton<SeedReport>();
        services.AddSingleton<Seeding>();
        services.AddSingleton<DossierImport>();
    }

    private static string DataFolder(IServiceProvider provider)
    {
        var root = provider.GetRequiredService<IHostEnvironment>().ContentRootPath;
        var folder = Path.Combine(root, provider.GetRequiredService<IOptions<TrackerOptions>>().Value.DataFolder);
        return Directory.CreateDirectory(folder).FullName;
    }

    private static void AddEditing(IServiceCollection services)
    {
        services.AddSingleton(Vocabulary.Default);
        services.AddSingleton<SafeMarkup>();
        services.AddSingleton<SignInLinks>();
        services.AddSingleton<Recorder>();
        services.AddSingleton<Intake>();
        services.AddSingleton<Review>();
        services.AddSingleton<ClaimEntry>();
        services.AddSingleton<ArticleImport>();
        services.AddSingleton<TextIndex>();
        services.AddSingleton<FurtherEvidence>();
        services.AddSingleton<PublicationDate>();
        services.AddSingleton<RuleSwitching>();
    }

    private static void AddPages(IServiceCollection services)
    {
        services.AddSingleton<OverviewQueries>();
        services.AddSingleton<ClaimQueries>();
        services.AddSingleton<PointQueries>();
        services.AddSingleton<TimelineQueries>();
        services.AddSingleton<FacetQueries>();
        services.AddSingleton<DocumentQueries>();
        services.AddSingleton<SourceQueries>();
        services.AddSingleton<SearchQueries>();
        services.AddSingleton<DeskQueries>();
        services.AddSingleton<RuleQueries>();
        services.AddSingleton<RepeatQueries>();
        services.AddHttpContextAccessor();
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices();
        services.Configure<FormOptions>(forms =>
        {
            forms.ValueLengthLimit = 2 * ArticleReader.MaxBytes;
            forms.MultipartBodyLengthLimit = 3L * ArticleReader.MaxBytes;
        });
        services.AddCascadingAuthenticationState();
        services.AddAuthorization();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "PartnershipTracker";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.LoginPath = Links.SignIn;
            cookie.AccessDeniedPath = Links.SignIn;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(7);
        });
    }

    private static void UsePages(WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = Links.Error,
            CreateScopeForErrors = true,

            // A form without its token, a body too large: the sender's fault, not ours.
            StatusCodeSelector = problem => (problem as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePagesWithReExecute(Links.StatusPattern);
        app.UseErrorPages();
        app.UseHeadAsGet();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseFormTokens();
        app.MapStaticAssets();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        SignInEndpoints.Map(app);
        DecisionEndpoints.Map(app);
        RuleSwitching.Map(app);
        PublicationDate.Map(app);
        EventLinkEndpoints.Map(app);
    }
}
