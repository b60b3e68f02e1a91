Feature: CreateConnection by the target
  The target has accepted a key that the partner has issued, and proposes the connection.

  @CON-09
  Scenario: The connection is there at the target before the partner is asked for it
    Given the partner has issued a key for the second size
    And the partner holds the target's CreateConnection at a gate
    When the customer brings the key
    Then the target's CreateConnection arrives
    And by then the target has the connection there, UNVERIFIED, with its bandwidth taken
    And once the gate is opened the target asks for guidance

  @CON-10
  Scenario Outline: Where <interconnect> has the most bandwidth left, the connection is proposed there
    Given the partner has issued a key for the smallest size
    And <interconnect> has the most bandwidth left, and the most connections
    When the customer brings the key
    Then the target proposes the connection on <interconnect>

    Examples:
      | interconnect   |
      | interconnect A |
      | interconnect B |

  @CON-11
  Scenario Outline: After <count> conflicts the connection is proposed on yet another interconnect
    Given the partner has issued a key for the smallest size
    And the partner answers the target's first <count> calls of CreateConnection with 409
    When the customer brings the key
    Then the target proposes the connection <times> times, each time on another interconnect
    And the connection is placed at both providers, and nowhere else

    Examples:
      | count | times |
      | 1     | 2     |
      | 2     | 3     |

  @CON-12
  Scenario: A proposal that failed is repeated, with what has been refreshed, at growing intervals
    Given the partner has issued a key for the smallest size
    And the partner answers the target's first 6 calls of CreateConnection with 503
    When the customer brings the key
    Then the target proposes the connection 7 times at least
    And before each further proposal it has refreshed environment and interconnects
    And the time between its proposals has grown
    And the connection is placed at both providers, and nowhere else

  @CON-12
  Scenario: A proposal that got no answer is repeated
    Given the partner has issued a key for the smallest size
    And the partner drops the target's first 3 calls of CreateConnection
    When the customer brings the key
    Then the target proposes the connection 4 times at least
    And the connection is placed at both providers, and nowhere else

  @CON-16
  Scenario Outline: When every interconnect is refused with <status>, the customer is told and nothing stays reserved
    Given the partner has issued a key for the smallest size
    And the state of the environment is noted
    And the partner answers every CreateConnection of the target with <status>
    When the customer brings the key
    Then the target's CreateConnection arrives
    And the customer is told that the connection could not be made
    And the connection stands at neither provider
    And the state of the environment is as noted
    And interconnect A has room for exactly what its connections leave
    And interconnect B has room for exactly what its connections leave

    Examples:
      | status |
      | 409    |
      | 400    |

  @IXC-01
  Scenario: An interconnect that takes no connections is not proposed, however much room it has
    Given the partner has issued a key for the smallest size
    And every active interconnect has less room than those that take no connections
    When the customer brings the key
    Then the target proposes the connection on an active interconnect
