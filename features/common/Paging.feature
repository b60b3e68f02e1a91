Feature: Paging
  Lists come in pages; following the tokens meets everything once.

  @COM-06
  Scenario Outline: <collection> come in pages of <size>
    Given 3 connections on interconnect A
    And a feature of the connection on every channel
    When the partner lists <collection> in pages of <size>
    Then no page is larger than asked for
    And the pages together are the list without pages
    And the last page carries no token

    Examples:
      | collection    | size          |
      | environments  | one           |
      | interconnects | one           |
      | interconnects | two           |
      | channels      | one           |
      | channels      | three         |
      | channels      | the exact number |
      | channels      | one more than there are |
      | connections   | one           |
      | connections   | two           |
      | connections   | the exact number |
      | connections   | one more than there are |
      | features      | one           |
      | features      | the exact number |

  @COM-06
  Scenario Outline: Page size <size> is taken for no page size, or refused
    Given 3 connections on interconnect A
    When the partner lists connections with page size <size>
    Then the list is the one without a page size, or the request is refused

    Examples:
      | size |
      | 0    |
      | -1   |

  @COM-06
  Scenario: A page size beyond all numbers is not an error of the target
    Given 3 connections on interconnect A
    When the partner lists connections with page size 2147483647
    Then the list is whole, or the request is refused

  @COM-06
  Scenario: A list that grows between two pages repeats nothing and drops nothing that was there
    Given 3 connections on interconnect A
    When the partner lists connections in pages of one and a connection is created after the first page
    Then every one of the 3 connections that stay comes once

  @COM-06
  Scenario: A list that shrinks between two pages repeats nothing and drops nothing that stays
    Given 3 connections on interconnect A
    When the partner lists connections in pages of one and the one listed is deleted after the first page
    Then every one of the 2 connections that stay comes once

  @COM-07
  Scenario Outline: <token> is refused
    Given 3 connections on interconnect A
    When the partner lists connections with <token>
    Then the request is refused

    Examples:
      | token                              |
      | a forged token                     |
      | a token with a letter changed      |
      | a token of another collection      |

  @COM-07
  Scenario: A token that is sent with another page size is answered either way
    Given 3 connections on interconnect A
    When the partner lists connections with a token of another page size
    Then the answer shows what a page token is bound to
