using Harness.Features.Judging;
using NUnit.Framework;

namespace Harness.Tests.Features.Judging;

public sealed class CommentOrderTests
{
    [Test]
    public void Later_comments_before_earlier_ones_come_newest_first() =>
        Assert.That(Judge((2, 20), (1, 10), (0, 0)), Is.EqualTo(CommentOrder.NewestFirst));

    [Test]
    public void Comments_of_one_time_in_reverse_order_of_making_come_newest_first() =>
        Assert.That(Judge((2, 0), (1, 0), (0, 0)), Is.EqualTo(CommentOrder.NewestFirst));

    [Test]
    public void Times_that_rise_are_another_order() =>
        Assert.That(Judge((0, 0), (1, 10), (2, 20)), Is.EqualTo(CommentOrder.Otherwise));

    [Test]
    public void Times_that_rise_are_another_order_whatever_came_before() =>
        Assert.That(Judge((1, 10), (2, 10), (0, 20)), Is.EqualTo(CommentOrder.Otherwise));

    [Test]
    public void Times_that_fall_while_the_comments_rise_are_another_order() =>
        Assert.That(Judge((0, 20), (1, 10)), Is.EqualTo(CommentOrder.Otherwise));

    [Test]
    public void Comments_of_one_time_may_come_in_any_order_where_others_are_told_apart() =>
        Assert.That(Judge((3, 20), (1, 10), (2, 10), (0, 0)), Is.EqualTo(CommentOrder.NewestFirst));

    [Test]
    public void Comments_of_one_time_in_another_order_decide_nothing() =>
        Assert.That(Judge((0, 0), (2, 0), (1, 0)), Is.EqualTo(CommentOrder.Undecidable));

    private static CommentOrder Judge(params (int Made, int Second)[] listed) => CommentOrderJudge.Judge(
        [.. listed.Select(comment => (comment.Made, DateTimeOffset.UnixEpoch.AddSeconds(comment.Second)))]);
}
