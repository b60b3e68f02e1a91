Feature: Drain, then delete
  Routes are de-preferenced before what they lead over goes away, so that no customer packet is lost.

  @DFE-02
  Scenario: A feature is taken away under traffic, and no packet is lost
    Given a connection of customer red
    And traffic between the customer's hosts
    When an operator takes the feature of the first channel away, and it is created again
    Then traffic leaves by the first channel
    And at least 20000 packets were sent each way and none was lost

  @MIG-07
  Scenario: A connection moves to another interconnect under traffic, and no packet is lost
    Given a connection of customer red
    And traffic between the customer's hosts
    When an operator moves the connection to the other interconnect
    Then traffic leaves by the first channel
    And at least 20000 packets were sent each way and none was lost

  @DFE-02 @MIG-07
  Scenario: What is taken away without being drained loses packets
    Given a connection of customer red
    And traffic between the customer's hosts
    When the interface of the first channel's feature is taken down on one router
    Then at least 2000 packets were sent each way and some were lost

  @MNT-08
  Scenario: A channel is drained before its maintenance and restored after it, and no packet is lost
    Given a connection of customer red
    And traffic between the customer's hosts
    When an operator plans maintenance of the first channel, and its time comes
    Then no traffic leaves by the first channel
    When the wires of the first channel are cut
    And the wires of the first channel are joined again
    And the maintenance is over
    Then traffic leaves by the first channel
    And at least 20000 packets were sent each way and none was lost

  @MNT-08
  Scenario: A channel that is cut without warning loses packets, and traffic moves to the others
    Given a connection of customer red
    And traffic between the customer's hosts
    When the wires of the first channel are cut
    Then no traffic leaves by the first channel
    And 2000 further packets cross without a loss
    And at least 2000 packets were sent each way and some were lost
