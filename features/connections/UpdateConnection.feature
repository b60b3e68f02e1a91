Feature: UpdateConnection
  The partner changes the bandwidth of a connection.

  @UPD-01
  Scenario: An increase that fits is accepted
    Given a connection of the smallest size on interconnect A
    When the partner updates the connection to the second size
    Then the answer is 200
    And the answer is the connection on interconnect A with the second size
    And the partner reads the connection with the second size

  @UPD-01
  Scenario: A decrease is accepted
    Given a connection of the second size on interconnect A
    When the partner updates the connection to the smallest size
    Then the answer is 200
    And the partner reads the connection with the smallest size

  @UPD-01 @IXC-02
  Scenario: An increase takes the difference from the interconnect
    Given interconnect A has room for exactly an increase of the connection, and another intent is waiting
    When the partner updates the connection so that interconnect A is full
    Then the answer is 200
    And the connections of interconnect A add up to its maxBandwidthMbps
    And the other connection is refused on interconnect A with 409

  @UPD-01
  Scenario: A decrease gives the difference back
    Given interconnect A is full, and an intent that fits the difference is waiting
    And the other connection is refused on interconnect A with 409
    When the partner updates the connection to a smaller size
    Then the answer is 200
    And the other connection is accepted on interconnect A

  @UPD-02
  Scenario: An update that does not fit is a conflict and changes nothing
    Given interconnect A is full
    And the state of the environment is noted
    When the partner updates the connection to a larger size
    Then the request is refused with 409
    And the state of the environment is as noted
    And interconnect A has room for exactly what its connections leave

  @UPD-02 @IXC-02
  Scenario: An update that needs more than the room that is left is a conflict and changes nothing
    Given interconnect A has room for less than an increase of the connection
    And the state of the environment is noted
    When the partner updates the connection to a larger size
    Then the request is refused with 409
    And the state of the environment is as noted

  @UPD-02
  Scenario Outline: An update to <size> is refused and changes nothing
    Given a connection of the second size on interconnect A
    And the state of the environment is noted
    When the partner updates the connection to <size>
    Then the request is refused
    And the state of the environment is as noted

    Examples:
      | size                                |
      | no Mbps                             |
      | minus one Mbps                      |
      | one Mbps more than the largest size |
      | a size between two supported ones   |

  @UPD-03 @race
  Scenario: While the customer's own update is under way, the partner's is a conflict
    Given a verified connection of the smallest size on interconnect A
    And the partner holds the target's UpdateConnection at a gate
    And the customer updates the connection at the portal to the second size
    And the target's UpdateConnection has arrived at the gate
    When the partner updates the connection to the third size
    Then the request is refused with 409
    And once the gate is opened the customer's update is carried out

  @UPD-04 @race
  Scenario: Updates at one time come out as if made one after the other
    Given a connection of the smallest size on interconnect A
    When the partner updates the connection 8 times at one time to the second size and the largest size in turn
    Then every request is answered 200 or refused with 409
    And at least one of the requests is answered 200
    And some order of the requests explains every answer
    And the connection has the bandwidth of one of the accepted updates
    And interconnect A has room for exactly what its connections leave

  @UPD-05
  Scenario Outline: An update mask that names <field> is refused
    Given a connection of the smallest size on interconnect A
    And the state of the environment is noted
    When the partner updates the connection to the second size with the mask "<mask>"
    Then the request is refused
    And the state of the environment is as noted

    Examples:
      | field                    | mask                            |
      | the name                 | name                            |
      | the activation key       | activationKey                   |
      | an output-only field     | verificationState               |
      | an unknown field         | colour                          |
      | bandwidth and another    | bandwidthMbps,adminState        |

  @UPD-05
  Scenario: An update mask that names the bandwidth is accepted
    Given a connection of the smallest size on interconnect A
    When the partner updates the connection to the second size with the mask "bandwidthMbps"
    Then the answer is 200
    And the partner reads the connection with the second size

  @UPD-08 @PRO-06
  Scenario: The completion of an update is notified
    Given a verified connection of the smallest size on interconnect A
    And the target's notifications so far are counted
    When the partner updates the connection to the second size
    Then the target sends NotifyConnectionStatus again
    And every feature of the connection becomes FINAL
    And the answer shows whether an updated connection is VERIFIED meanwhile
    And the connection becomes VERIFIED

  @PRO-06
  Scenario: A change that returns features to PENDING is notified, and so is their return
    Given a verified connection of the smallest size on interconnect A
    When the partner updates the connection 8 times and watches its features
    Then every update that was seen to take a feature to PENDING was notified twice

  @UPD-06
  Scenario Outline: A customer's wish for <wish> is recorded, and no network changed, before the partner has answered
    Given a verified connection of <size> on interconnect A
    And the partner holds the target's UpdateConnection at a gate
    When the customer asks for <wish>
    Then the target asks the partner for that size
    And the target has recorded the update meanwhile
    And its network stays as it was
    And once the gate is opened the network follows the partner's answer

    Examples:
      | size              | wish              |
      | the smallest size | the second size   |
      | the second size   | the smallest size |

  @UPD-07
  Scenario Outline: A wish for more that the partner refuses with <status> leaves everything as it was
    Given a verified connection on interconnect A that has room for exactly its increase, and another intent waits
    And the partner answers the target's UpdateConnection with <status>
    When the customer asks for the larger size
    Then the target asks the partner for that size
    And its network stays as it was
    And the connection keeps its bandwidth, at the portal too
    And the other connection finds the room that is left on interconnect A

    Examples:
      | status |
      | 409    |
      | 400    |

  @UPD-07
  Scenario: A wish for less that the partner refuses leaves everything as it was
    Given a verified connection that can shrink on interconnect A, which is full, and another intent waits
    And the partner answers the target's UpdateConnection with 409
    When the customer asks for the smaller size
    Then the target asks the partner for that size
    And its network stays as it was
    And the connection keeps its bandwidth, at the portal too
    And the other connection still finds no room on interconnect A

  @UPD-07
  Scenario: A refused wish stands in no other's way
    Given a verified connection of the smallest size on interconnect A
    And the partner answers the target's UpdateConnection with 409
    When the customer asks for the second size
    Then the target asks the partner for that size
    And the connection keeps its bandwidth, at the portal too
    And once the partner agrees, the same wish is carried out
