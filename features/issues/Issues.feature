Feature: Issues
  The partner reports a problem with shared resources. Issues cannot be deleted: they are left closed.

  @ISS-01
  Scenario: A created issue is the target's in what is the target's
    When the partner creates an issue
    Then the answer is 200
    And the answer is the issue, with its name, an open state, a time and a local id

  @ISS-01
  Scenario: A created issue is readable and listed
    Given an issue
    When the partner reads the issue
    Then the answer is 200
    And the answer is the issue, with its name, an open state, a time and a local id
    And the issues include it once

  @ISS-01 @COM-09
  Scenario: An issue has the published fields, types and words
    Given an issue
    When the partner reads the issue
    Then the answer has the fields, types and words of the published schema

  @ISS-01 @COM-04
  Scenario: State, time and local id that the request brings are ignored
    When the partner creates an issue that claims to be closed since last year under local id "mine"
    Then the answer is 200
    And the answer is the issue, with its name, an open state, a time and a local id
    And none of the claims is kept

  @ISS-01 @COM-05
  Scenario Outline: An issue without <field> is refused
    When the partner creates an issue without <field>
    Then the request is refused
    And the issue does not exist

    Examples:
      | field |
      | title |
      | body  |

  @ISS-01
  Scenario: A comment is answered and listed
    Given an issue
    When the partner comments on the issue
    Then the answer is 200
    And the answer is the comment, with a time of the target's
    And the comments of the issue include it once

  @ISS-01 @COM-04
  Scenario: A time that a comment brings is ignored
    Given an issue
    When the partner comments on the issue, claiming to have done so last year
    Then the answer is 200
    And the answer is the comment, with a time of the target's

  @ISS-01 @COM-05
  Scenario: A comment without a body is refused
    Given an issue
    When the partner comments on the issue without a body
    Then the request is refused
    And the issue has no comments

  @ISS-01
  Scenario: A closed issue is closed
    Given an issue
    When the partner closes the issue
    Then the answer is 200
    And the partner reads the issue as closed

  @ISS-02
  Scenario Outline: An issue of kind <kind> is refused without its context and accepted with it
    Given a connection on interconnect A
    When the partner creates an issue of kind <kind> without its context
    Then the request is refused
    And the issue does not exist
    And the same issue is accepted with its context

    Examples:
      | kind                             |
      | ISSUE_CONTEXT_CONNECTION_ISSUE   |
      | ISSUE_CONTEXT_INTERCONNECT_ISSUE |

  @ISS-01 @COM-05
  Scenario Outline: An issue with <contexts> that name nothing is refused
    When the partner creates an issue with <contexts> that name nothing
    Then the request is refused
    And the issue does not exist

    Examples:
      | contexts             |
      | connectionContexts   |
      | interconnectContexts |
      | channelContexts      |
      | featureContexts      |

  @COM-01
  Scenario: An id that is no path segment is refused, or an id all the same
    When the partner creates an issue under an id with a slash
    Then the request is refused, or the issue can be read under the name in the answer

  @ISS-03 @COM-06
  Scenario: Without a page size at most 50 issues come
    Given 51 issues at least
    When the partner lists the issues without a page size
    Then the answer is 200
    And at most 50 issues come, and a token for the next page

  @ISS-03
  Scenario: A page size above 1000 is taken for 1000
    Given an issue
    When the partner lists the issues with page size 1001
    Then the answer is 200
    And at most 1000 issues come

  @ISS-03
  Scenario: Comments come newest first
    Given an issue
    And 3 comments on the issue, each of a later time
    When the partner lists the comments
    Then the comments come newest first

  @ISS-03 @COM-06
  Scenario: Comments come page by page
    Given an issue
    And 3 comments on the issue
    When the partner lists the comments in pages of 1
    Then every page has 1 comment at most, and every comment comes once
