using NUnit.Framework;

namespace Harness.Tests.Tidy;

public sealed class TidyTests
{
    [Test]
    public void The_house_is_tidy()
    {
        var findings = Repository.Sources()
            .SelectMany(path => TidyCheck.Check(path, File.ReadAllText(Path.Combine(Repository.Root, path))));

        Assert.That(string.Join('\n', findings), Is.Empty);
    }

    [Test]
    public void The_sources_of_every_project_are_looked_at()
    {
        var folders = Repository.Sources().Select(path => path.Split('/')[0]).Distinct();

        Assert.That(folders, Is.SupersetOf(new[]
        {
            "certification", "cli", "protocol", "reference-impl", "tests",
        }));
    }
}
