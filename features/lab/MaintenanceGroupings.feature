Feature: Maintenance groupings
  Whether every device finds a window, and what happens to traffic when each takes its turn.

  @MNT-07
  Scenario: A grouping that deadlocks is found, and one that does not is not
    Then the devices of aurora deadlock with the planned interconnect
    And the devices of borealis do not

  @MNT-08
  Scenario: The channels of an interconnect are maintained in turn, never two devices at a time, without a loss
    Given a connection of customer red
    And traffic between the customer's hosts
    When every channel of the connection is maintained in turn
    Then each was drained alone
    And maintenance of a second device at the same time is refused at either provider
    And at least 20000 packets were sent each way and none was lost
