Feature: CreateConnection
  The partner places a connection, for which the customer's intent is established, on an interconnect.

  @CON-01
  Scenario: An accepted connection is answered as a whole
    Given a confirmed customer intent
    When the partner creates the connection on interconnect A
    Then the answer is 200
    And the answer is the connection on interconnect A, with its bandwidth and UNVERIFIED

  @CON-01
  Scenario: An accepted connection is readable and listed
    Given a connection on interconnect A
    When the partner reads the connection
    Then the answer is 200
    And the answer is the connection on interconnect A, with its bandwidth and UNVERIFIED
    And the connections of interconnect A include it once
    And the connections of interconnect B do not include it

  @CON-01 @CON-08
  Scenario Outline: A connection of <size> that fits is accepted
    Given a confirmed customer intent for <size>
    When the partner creates the connection on interconnect A
    Then the answer is 200
    And the answer is the connection on interconnect A, with its bandwidth and UNVERIFIED

    Examples:
      | size              |
      | the smallest size |
      | the second size   |
      | the largest size  |

  @CON-02 @CON-08 @IXC-02
  Scenario: The last room on an interconnect is given to whoever asks for it, to the last Mbps
    Given interconnect A has room for one more connection, and two intents are waiting
    When the partner creates the connection on interconnect A
    Then the answer is 200
    And the connections of interconnect A add up to its maxBandwidthMbps

  @CON-02 @CON-04 @IXC-02
  Scenario: A connection takes its bandwidth at once
    Given interconnect A has room for one more connection, and two intents are waiting
    And the partner creates the connection on interconnect A
    And the state of the environment is noted
    When the partner creates the other connection on interconnect A
    Then the request is refused with 409
    And the state of the environment is as noted

  @CON-04 @IXC-02
  Scenario: A connection larger than the room that is left is a conflict
    Given interconnect A has room for less than the connection that waits
    And the state of the environment is noted
    When the partner creates the connection on interconnect A
    Then the request is refused with 409
    And the state of the environment is as noted
    And interconnect A has room for exactly what its connections leave

  @CON-04
  Scenario: A connection that one interconnect has no room for is accepted on another
    Given interconnect A has room for one more connection, and two intents are waiting
    And the partner creates the connection on interconnect A
    And the partner creates the other connection on interconnect A
    When the partner creates the other connection on interconnect B
    Then the answer is 200

  @CON-03
  Scenario: A connection that the interconnect has already is a conflict
    Given a connection on interconnect A
    And the state of the environment is noted
    When the partner creates the connection on interconnect A
    Then the request is refused with 409
    And the state of the environment is as noted

  @CON-05
  Scenario Outline: A bandwidth of <size> is refused
    Given a confirmed customer intent
    And the state of the environment is noted
    When the partner creates the connection on interconnect A with <size>
    Then the request is refused
    And the state of the environment is as noted
    And the connection is accepted on interconnect A as it should have been

    Examples:
      | size                                |
      | no Mbps                             |
      | minus one Mbps                      |
      | one Mbps more than the largest size |
      | a size between two supported ones   |

  @CON-06
  Scenario Outline: A connection with <key> is refused
    Given a confirmed customer intent
    And the state of the environment is noted
    When the partner creates the connection on interconnect A with <key>
    Then the request is refused
    And the state of the environment is as noted
    And the connection is accepted on interconnect A as it should have been

    Examples:
      | key                                      |
      | no key                                   |
      | an empty key                             |
      | a key that nobody issued                 |
      | the key of another intent                |
      | a key that cannot be decoded             |

  @CON-06
  Scenario: A key that was not confirmed creates no connection
    Given a customer intent
    And the state of the environment is noted
    When the partner creates the connection on interconnect A
    Then the request is refused
    And the state of the environment is as noted

  @CON-07
  Scenario: A connection of another size than its key is refused
    Given a confirmed customer intent for the smallest size
    And the state of the environment is noted
    When the partner creates the connection on interconnect A with the second size
    Then the request is refused
    And the state of the environment is as noted
    And the connection is accepted on interconnect A as it should have been
    And interconnect A has room for exactly what its connections leave

  @CON-07
  Scenario: A connection of a smaller size than its key is refused
    Given a confirmed customer intent for the second size
    And the state of the environment is noted
    When the partner creates the connection on interconnect A with the smallest size
    Then the request is refused
    And the state of the environment is as noted
    And the connection is accepted on interconnect A as it should have been

  @CON-07
  Scenario: A connection in another environment than its key's is refused
    Given a confirmed customer intent
    When the partner creates the connection on interconnect A of another environment
    Then the request is refused
    And the other environment does not have the connection
    And the connection is accepted on interconnect A as it should have been

  @CON-13 @race
  Scenario: Of those who ask at one time for the last room, one gets it
    Given interconnect A has room for one more connection, and 8 intents are waiting
    When the partner creates all waiting connections on interconnect A at one time
    Then 1 of the requests is answered 200
    And the other requests are refused with 409
    And some order of the requests explains every answer
    And the connections of interconnect A add up to its maxBandwidthMbps

  @CON-13 @race
  Scenario: Of those who ask at one time for the last room for three, three get it
    Given interconnect A has room for 3 more connections, and 8 intents are waiting
    When the partner creates all waiting connections on interconnect A at one time
    Then 3 of the requests are answered 200
    And the other requests are refused with 409
    And some order of the requests explains every answer
    And the connections of interconnect A add up to its maxBandwidthMbps

  @CON-14 @race
  Scenario: Of creations of one connection at one time, one succeeds
    Given a confirmed customer intent
    When the partner creates the connection on interconnect A 8 times at one time
    Then 1 of the requests is answered 200
    And the other requests are refused with 409
    And some order of the requests explains every answer
    And the connections of interconnect A include it once

  @IXC-01
  Scenario Outline: <interconnect> takes no new connection
    Given a confirmed customer intent
    And the state of the environment is noted
    When the partner creates the connection on <interconnect>
    Then the request is refused
    And the answer shows how an interconnect that takes none refuses
    And the state of the environment is as noted
    And the connection is accepted on interconnect A as it should have been

    Examples:
      | interconnect             |
      | the pending interconnect |
      | the closed interconnect  |

  @IXC-01
  Scenario: An interconnect that is closed goes on serving the connections that it has
    Given a connection on interconnect B
    And a feature of the connection on every channel
    And another confirmed customer intent
    When the operator sets interconnect B to CLOSED
    Then the partner still reads the connection and its features
    And the other connection is refused on interconnect B
    And the partner can still delete the connection

  @CON-15 @clock @serial
  Scenario: A connection that was never finalized is not removed before 7 days have passed
    Given a connection on interconnect A
    When the clock is 1 second short of 7 days after the connection was created
    And the partner reads the connection
    And the clock is still short of it
    Then the answer is 200

  @DFR-01
  Scenario: A deferred creation is accepted or refused with 400
    Given a confirmed customer intent
    When the partner creates the connection on interconnect A and defers its provisioning
    Then the deferral is refused with 400 and nothing is kept, or accepted and driven by the target
