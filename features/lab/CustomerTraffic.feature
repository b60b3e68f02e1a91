Feature: Customer traffic
  Two coordinators program real routers. What is looked at is packets, routes and sessions.

  @PRO-07
  Scenario: A VERIFIED connection carries customer traffic over every channel
    Given a connection of customer red
    Then BGP is established on every FINAL feature, in both address families
    And a packet of the negotiated MTU crosses between the customer's hosts, and a larger one does not
    When 4000 packets of many flows are sent each way
    Then at least 4000 packets were sent each way and none was lost
    And every channel of the connection has carried some

  @PRO-07
  Scenario: Without its session a feature is seen not to carry traffic
    Given a connection of customer red
    When the sessions of the first channel are shut down on one router
    Then BGP is not established on the feature of the first channel
    And the sessions of the first channel come back when they are let

  @PRO-07 @vrf
  Scenario: Routes of one customer are unknown to another
    Given a connection of customer red
    And a connection of customer blue
    Then no routing table of one customer holds a network of the other
