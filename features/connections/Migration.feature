Feature: Migration
  A live connection moves to another interconnect of its environment: first make, then break.

  @MIG-01
  Scenario: A live connection is accepted on another interconnect
    Given a connection on interconnect A
    When the partner creates the connection on interconnect B
    Then the answer is 200
    And the answer is the connection on interconnect B, with its bandwidth and UNVERIFIED

  @MIG-01
  Scenario: A verified connection is accepted on another interconnect, with its key or without
    Given a verified connection on interconnect A
    When the partner migrates the connection to interconnect B
    Then the answer is 200
    And the answer shows whether a migration carries the key

  @MIG-01
  Scenario: A UUID that is not live is no migration
    Given a connection on interconnect A
    And the partner deletes the connection
    And the state of the environment is noted
    When the partner creates the connection on interconnect B
    Then the request is refused
    And the state of the environment is as noted

  @MIG-02
  Scenario: Old and new connection are two resources with features of their own
    Given a connection on interconnect A
    And a feature of the connection on every channel
    And the state of interconnect A is noted
    When the partner migrates the connection to interconnect B
    And the partner creates a feature of the migrated connection on every channel
    Then the state of interconnect A is as noted
    And the migrated connection has one feature on every channel of interconnect B

  @MIG-02 @DFE-01
  Scenario: A feature of the new connection is deleted without touching the old one
    Given a connection on interconnect A
    And a feature of the connection on every channel
    And the state of interconnect A is noted
    And the partner migrates the connection to interconnect B
    And the partner creates a feature of the migrated connection on every channel
    When the partner deletes every feature of the migrated connection
    Then the state of interconnect A is as noted

  @MIG-03
  Scenario: The old connection stays VERIFIED until it is deleted
    Given a verified connection on interconnect A
    When the partner migrates the connection to interconnect B
    And the migrated connection becomes VERIFIED
    Then the connection on interconnect A is still VERIFIED

  @MIG-05
  Scenario: Deleting the old connection leaves the new one as it is
    Given a connection on interconnect A
    And a feature of the connection on every channel
    And the partner migrates the connection to interconnect B
    And the partner creates a feature of the migrated connection on every channel
    And the state of interconnect B is noted
    When the partner deletes the connection
    Then the answer is 200
    And the state of interconnect B is as noted
    And interconnect A does not have the connection

  @MIG-05
  Scenario: Deleting the old connection frees its interconnect
    Given interconnect A is full, and an intent that fits the difference is waiting
    And the partner migrates the connection to interconnect B
    And the other connection is refused on interconnect A with 409
    When the partner deletes the connection
    Then the other connection is accepted on interconnect A
    And interconnect B has room for exactly what its connections leave

  @MIG-05
  Scenario: Deleting the new connection leaves the old one as it is
    Given a connection on interconnect A
    And a feature of the connection on every channel
    And the state of interconnect A is noted
    And the partner migrates the connection to interconnect B
    When the partner deletes the migrated connection
    Then the answer is 200
    And the state of interconnect A is as noted

  @MIG-06
  Scenario: A UUID does not move to another environment
    Given a connection on interconnect A
    When the partner creates the connection on interconnect A of another environment
    Then the request is refused
    And the other environment does not have the connection

  @MIG-08
  Scenario: The customer sees one connection while there are two
    Given a verified connection on interconnect A
    When the partner migrates the connection to interconnect B
    Then the customer sees one connection at the portal
    And the customer still sees one connection when the old one is deleted

  @UPD-09 @MIG-04
  Scenario: An increase that only another interconnect has room for is carried out by migration
    Given a verified connection on interconnect A, which has no room for its increase
    And the partner guides as the target does
    When the customer asks for that increase
    Then the target proposes the connection with its new size on another interconnect
    And both agree on a feature for every channel there
    And while the new side is not VERIFIED, the old one is, and it is not deleted
    And once the partner's new side is ready and notifies, the new side is VERIFIED
    And the target deletes the old connection, which the new one is VERIFIED without
    And the customer sees the connection with its new size

  @MIG-04 @MIG-08
  Scenario: The operator's migration makes before it breaks
    Given a verified connection on interconnect A
    And the partner guides as the target does
    And the partner holds the target's DeleteConnection at a gate
    When the operator moves the connection to interconnect B
    Then the target proposes the connection on interconnect B as well
    And both agree on a feature for every channel there
    And while the new side is not VERIFIED, the old one is, and it is not deleted
    And the customer sees one connection at the portal
    And once the partner's new side is ready and notifies, the new side is VERIFIED
    And the target deletes the old connection, which the new one is VERIFIED without
    And the customer sees one connection at the portal

  @MIG-09
  Scenario: A migration whose new side is refused leaves the old one as it was
    Given a verified connection on interconnect A
    And the partner answers CreateConnection on interconnect B with 400
    When the operator moves the connection to interconnect B
    Then the target proposes the connection on interconnect B as well
    And the new side is rolled back on both sides
    And the old side is as it was, and the target has called nothing about it

  @MIG-09
  Scenario: A migration whose new side lacks two features leaves the old one as it was
    Given a verified connection on interconnect A
    And the partner guides as the target does
    And the partner refuses every proposal of 2 channels with 409
    When the operator moves the connection to interconnect B
    Then the target proposes the connection on interconnect B as well
    And the new side is rolled back on both sides
    And the old side is as it was, and the target has called nothing about it
    And interconnect B has room for exactly what its connections leave
