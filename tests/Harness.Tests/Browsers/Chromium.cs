using Microsoft.Playwright;
using NUnit.Framework;

namespace Harness.Tests.Browsers;

/// <summary>The Chromium of this machine, driven by Playwright.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] _names = ["chromium", "chromium-browser", "google-chrome"];

    private readonly IPlaywright _playwright;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        Browser = browser;
    }

    public IBrowser Browser { get; }

    /// <summary>Starts it; fails the test with what to install when it is not there.</summary>
    public static async Task<Chromium> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Find(),
            // The sandbox needs rights that a container has not; the rest keeps it from calling home.
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
        return new Chromium(playwright, browser);
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static string Find()
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        var found = path.Split(Path.PathSeparator).Append("/usr/bin")
            .SelectMany(directory => _names.Select(name => Path.Combine(directory, name)))
            .FirstOrDefault(File.Exists);
        if (found is null)
        {
            Assert.Fail(
                $"Expected one of {string.Join(", ", _names)} on the PATH, found none. " +
                "Install it, on Debian with: apt-get install chromium");
        }

        return found!;
    }
}
