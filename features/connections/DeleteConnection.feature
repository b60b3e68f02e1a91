Feature: DeleteConnection
  A customer's wish to delete is carried out at once and is not declined.

  @DEL-01
  Scenario: A delete is answered with an empty object
    Given a connection on interconnect A
    And the partner reads the connection and finds it
    And the connections of interconnect A include it once
    When the partner deletes the connection
    Then the answer is 200
    And the answer is an empty object
    And the partner reads the connection and finds nothing
    And the connections of interconnect A do not include it

  @DEL-02
  Scenario: A delete takes the features with it
    Given a connection on interconnect A
    And a feature of the connection on every channel
    And every feature of the connection has been read
    When the partner deletes the connection
    Then the answer is 200
    And none of its features can be read

  @DEL-03
  Scenario: A delete gives the bandwidth back
    Given interconnect A is full, and an intent that fits the difference is waiting
    And the other connection is refused on interconnect A with 409
    When the partner deletes the connection
    Then the other connection is accepted on interconnect A

  @DEL-03
  Scenario: A delete gives VLANs and subnets back
    Given a connection on interconnect A
    And a feature of the connection on every channel
    And another connection on interconnect A
    When the partner deletes the connection
    Then the other connection gets the same VLANs and subnets

  @DEL-03 @CON-02
  Scenario: Bandwidth is given back once only
    Given interconnect A has room for one more connection, and two intents are waiting
    And the partner creates the connection on interconnect A
    And the partner deletes the connection
    And the partner deletes the connection again
    When the partner creates the other connection on interconnect A
    Then the answer is 200
    And a third connection of the smallest size is refused on interconnect A with 409

  @DEL-03 @DEL-06 @CON-02
  Scenario: A delete gives back what the connection had, and a second one nothing
    Given a connection of the third size on interconnect A
    And a connection of the second size on interconnect A
    And the partner deletes the connection
    When the partner deletes the connection again
    Then the answer is 200 or 404
    And interconnect A has room for exactly what its connections leave

  @DEL-04
  Scenario Outline: A connection that is <state> is deleted
    Given a connection on interconnect A that is <state>
    When the partner deletes the connection
    Then the answer is 200
    And the partner reads the connection and finds nothing

    Examples:
      | state                      |
      | just accepted              |
      | in the midst of negotiation |
      | being provisioned          |
      | verified                   |
      | being updated              |

  @DEL-06
  Scenario: A repeated delete disturbs nothing
    Given a connection on interconnect A
    And another connection on interconnect A
    And the partner deletes the connection
    And the state of the environment is noted
    When the partner deletes the connection again
    Then the answer is 200 or 404
    And the state of the environment is as noted

  @DEL-06
  Scenario: A delete of a connection that never was disturbs nothing
    Given a connection on interconnect A
    And the state of the environment is noted
    When the partner deletes a connection that never was
    Then the answer is 200 or 404
    And the state of the environment is as noted

  @DEL-06 @race
  Scenario: Deletes at one time disturb nothing
    Given a connection on interconnect A
    And another connection on interconnect A
    When the partner deletes the connection 8 times at one time
    Then every request is answered 200 or 404
    And some order of the requests explains every answer
    And the partner reads the connection and finds nothing
    And the other connection is still there

  @DEL-07 @race
  Scenario: A delete that meets feature creations leaves no orphan
    Given a connection on interconnect A
    When the partner deletes the connection while it creates a feature on every channel
    Then every request is answered 200 or refused
    And some order of the requests explains every answer
    And the partner reads the connection and finds nothing
    And none of its features can be read
    And another connection gets the VLANs and subnets that were asked for

  @DEL-07 @race
  Scenario: A delete that meets an update leaves no reservation
    Given interconnect A is full, and an intent that fits the difference is waiting
    When the partner deletes the connection while it updates it to a smaller size
    Then every request is answered 200 or refused
    And some order of the requests explains every answer
    And the partner reads the connection and finds nothing
    And interconnect A has room for exactly what its connections leave

  @DEL-07 @race
  Scenario: A delete that meets a notification leaves no orphan
    Given a connection on interconnect A
    And a feature of the connection on every channel
    When the partner deletes the connection while it notifies of its status
    Then every request is answered 200 or refused
    And some order of the requests explains every answer
    And the partner reads the connection and finds nothing
    And none of its features can be read

  @DEL-05
  Scenario: A customer's delete reaches the partner
    Given a verified connection on interconnect A
    And the other connection on interconnect A belongs to another customer
    When the customer deletes the connection
    Then the target calls DeleteConnection until it is acknowledged
    And neither provider has the connection any more
    And it calls DeleteConnection no more
    And the target has not called DeleteConnection about the other connection
    And the other connection is still there

  @DEL-05
  Scenario Outline: The delete of a connection <state>, answered with <trouble>, is repeated until it is acknowledged
    Given a connection on interconnect A that is <state>
    And the partner answers the target's first <times> calls of DeleteConnection with <trouble>
    When the customer deletes the connection
    Then the target calls DeleteConnection until it is acknowledged
    And neither provider has the connection any more
    And it calls DeleteConnection no more

    Examples:
      | state                       | times | trouble        |
      | verified                    | 3     | 503            |
      | verified                    | 2     | 500            |
      | verified                    | 3     | a dropped line |
      | in the midst of negotiation | 2     | 503            |
