using Harness.Reference.Errors;
using Harness.Reference.Paging;
using Harness.Reference.Rules;
using NUnit.Framework;

namespace Harness.Tests.Reference.Paging;

public sealed class PagerTests
{
    private static readonly Pager Pager = MakePager(1);

    [TestCase(null, 50)]
    [TestCase(0, 50)]
    [TestCase(1, 1)]
    [TestCase(1000, 1000)]
    [TestCase(1001, 1000)]
    [TestCase(int.MaxValue, 1000)]
    public void A_size_is_taken_defaulted_or_coerced(int? asked, int size)
    {
        Assert.That(Request(Pager.Read("c", asked, null)).Size, Is.EqualTo(size));
    }

    [TestCase(-1)]
    [TestCase(int.MinValue)]
    public void A_negative_size_is_refused(int asked)
    {
        Assert.That(Refusal(Pager.Read("c", asked, null)).Code, Is.EqualTo(ErrorCode.InvalidPageSize));
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(7)]
    [TestCase(8)]
    public void Following_the_tokens_visits_every_item_once_and_the_last_page_has_none(int size)
    {
        var all = Enumerable.Range(1, 7).Select(number => $"item-{number}").ToArray();
        var seen = new List<string>();
        string? token = null;
        do
        {
            var page = Pager.CutAll(Request(Pager.Read("c", size, token)), all, item => item);
            Assert.That(page.Items, Has.Count.LessThanOrEqualTo(size).And.Not.Empty);
            seen.AddRange(page.Items);
            token = page.NextPageToken;
        }
        while (token is not null);

        Assert.That(seen, Is.EqualTo(all));
    }

    [Test]
    public void An_item_that_goes_while_pages_are_read_hides_no_other()
    {
        var first = Pager.CutAll(Request(Pager.Read("c", 2, null)), ["a", "b", "c", "d"], item => item);
        var second = Pager.CutAll(Request(Pager.Read("c", 2, first.NextPageToken)), ["a", "c", "d"], item => item);

        Assert.That(second.Items, Is.EqualTo(new[] { "c", "d" }));
    }

    [Test]
    public void A_token_is_refused_in_another_collection_with_another_size_and_by_another_server()
    {
        var token = Pager.CutAll(Request(Pager.Read("c", 1, null)), ["a", "b"], item => item).NextPageToken;

        Assert.That(Refusal(Pager.Read("other", 1, token)).Requirement, Is.EqualTo("COM-07"));
        Assert.That(Refusal(Pager.Read("c", 2, token)).Requirement, Is.EqualTo("COM-07"));
        Assert.That(Refusal(MakePager(2).Read("c", 1, token)).Requirement, Is.EqualTo("COM-07"));
        Assert.That(Request(Pager.Read("c", 1, token)).After, Is.EqualTo("a"));
    }

    [TestCase("x")]
    [TestCase("!!!")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("é")]
    public void A_forged_token_is_refused(string token)
    {
        Assert.That(Refusal(Pager.Read("c", 1, token)).Code, Is.EqualTo(ErrorCode.InvalidPageToken));
    }

    [Test]
    public void An_empty_token_is_no_token()
    {
        Assert.That(Request(Pager.Read("c", 1, "")).After, Is.Null);
    }

    private static Pager MakePager(byte secret) => new(RuleBook.Of(PagingRules.All), new PageTokens([secret]));

    private static PageRequest Request(Outcome<PageRequest> outcome) =>
        ((Outcome<PageRequest>.Accepted)outcome).Value;

    private static Refusal Refusal(Outcome<PageRequest> outcome) => ((Outcome<PageRequest>.Refused)outcome).Refusal;
}
