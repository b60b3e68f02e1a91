using Harness.Features.World;
using Harness.Protocol.Operations;
using NUnit.Framework;

namespace Harness.Tests.Features.World;

public sealed class OperationCallTests
{
    private static readonly Dictionary<string, string> Ids = new()
    {
        ["provider"] = "borealis",
        ["environment"] = "env-1",
        ["interconnect"] = "ix1",
        ["channel"] = "ch1",
        ["connection"] = "c-1",
        ["feature"] = "f-1",
        ["macSecKey"] = "k-1",
        ["issue"] = "i-1",
    };

    [Test]
    public void A_path_is_filled_with_the_ids_and_names_what_is_created()
    {
        var call = Call(PublishedOperations.CreateFeature, ("featureId", "f 2"));

        Assert.That(
            call.Path,
            Is.EqualTo(
                "providers/borealis/environments/env-1/interconnects/ix1/connections/c-1/features?featureId=f%202"));
    }

    [Test]
    public void Without_its_id_a_creation_has_no_query() => Assert.That(
        Call(PublishedOperations.CreateIssue, ("issueId", "i-2")).WithoutId().Path,
        Is.EqualTo("providers/borealis/issues"));

    [Test]
    public void With_an_empty_id_a_creation_still_has_the_parameter() => Assert.That(
        Call(PublishedOperations.CreateIssue, ("issueId", "i-2")).WithEmptyId().Path,
        Is.EqualTo("providers/borealis/issues?issueId="));

    [TestCase("ConfirmActivationKey", "environments/")]
    [TestCase("CreateConnection", "interconnects/")]
    [TestCase("UpdateConnection", "connections/")]
    [TestCase("CreateFeature", "connections/")]
    [TestCase("CreateMacSecKey", "channels/")]
    [TestCase("CloseIssue", "issues/")]
    public void What_never_was_is_the_last_resource_that_the_path_names(string id, string collection)
    {
        var call = Call(PublishedOperations.All.First(operation => operation.Id == id), null);

        var good = call.Resource.Split('/');
        var spoiled = call.OnNothing(new TestData(7)).Resource.Split('/');

        var changed = Enumerable.Range(0, good.Length).Where(i => good[i] != spoiled[i]).ToList();
        Assert.That(changed, Has.Count.EqualTo(1));
        Assert.That($"{good[changed[0] - 1]}/", Is.EqualTo(collection));
    }

    [Test]
    public void Every_published_operation_has_a_path_of_its_own() => Assert.That(
        PublishedOperations.All.Select(operation =>
            PublishedOperations.Find(operation.Method, Call(operation, null).Resource)?.Id),
        Is.EqualTo(PublishedOperations.All.Select(operation => operation.Id)));

    private static OperationCall Call(Operation operation, (string, string)? newId) => new(
        operation,
        OperationCall.ParametersOf(operation).ToDictionary(name => name, name => Ids[name]),
        newId,
        null);
}
