Feature: The target as the provider that accepts a key
  A customer brings the target a key that the partner has issued. The target checks it, only then has the partner
  confirm it, and only then goes on.

  @KEY-04
  Scenario Outline: A key <flaw> is refused
    Given the partner has issued a key for the smallest size
    When the customer brings the key <flaw>
    Then the target refuses it
    And the target calls neither ConfirmActivationKey nor CreateConnection
    And the key as it was issued is accepted, and confirmed with the partner

    Examples:
      | flaw                                  |
      | cut short                             |
      | in letters that are no base64         |
      | as a text that is no JSON             |
      | as a list                             |
      | without its version                   |
      | without its destinationEnvironmentUri |
      | without its sharedConnectionUuid      |
      | without its connectionSizeMbps        |
      | without its destinationAccountId      |
      | with its size in words                |

  @KEY-05
  Scenario Outline: A key with <environment> is refused
    Given the partner has issued a key for the smallest size
    When the customer brings the key with <environment>
    Then the target refuses it
    And the target calls neither ConfirmActivationKey nor CreateConnection
    And the key as it was issued is accepted, and confirmed with the partner

    Examples:
      | environment                       |
      | an environment that nobody knows  |
      | a text that names no environment  |

  @KEY-06
  Scenario: A key is refused when every interconnect is full
    Given the partner has issued a key for the smallest size
    And every active interconnect is full
    When the customer brings the key, whatever the answer
    Then the target refuses it
    And the target calls neither ConfirmActivationKey nor CreateConnection

  @KEY-06
  Scenario: A key is refused when no single interconnect has room for it
    Given the partner has issued a key for the largest size
    And every active interconnect has room for less than the largest size, and all together for more
    When the customer brings the key, whatever the answer
    Then the target refuses it
    And the target calls neither ConfirmActivationKey nor CreateConnection

  @KEY-06
  Scenario: A key for a size that nobody supports is refused
    Given the partner has issued a key for the largest size
    When the customer brings the key with a size that nobody supports
    Then the target refuses it
    And the target calls neither ConfirmActivationKey nor CreateConnection

  @KEY-07
  Scenario: A key for the account of somebody else is refused
    Given the partner has issued a key for the smallest size
    When the customer brings the key with the account of somebody else
    Then the target refuses it
    And the target calls neither ConfirmActivationKey nor CreateConnection
    And the key as it was issued is accepted, and confirmed with the partner

  @KEY-08
  Scenario: Nothing is proposed before the partner has confirmed the key
    Given the partner has issued a key for the smallest size
    And the partner holds the target's ConfirmActivationKey at a gate
    When the customer brings the key
    Then the target's ConfirmActivationKey arrives with the key
    And no CreateConnection follows
    And once the gate is opened CreateConnection follows with the key

  @KEY-08
  Scenario Outline: Where the partner answers with <answer>, nothing is proposed
    Given the partner has issued a key for the smallest size
    And the partner answers ConfirmActivationKey with <answer>
    When the customer brings the key, whatever the answer
    Then the target's ConfirmActivationKey arrives with the key
    And no CreateConnection follows

    Examples:
      | answer        |
      | no keyValid   |
      | keyValid null |
      | 400           |
      | 404           |

  @KEY-13
  Scenario: Nothing follows keyValid=false
    Given the partner has issued a key for the smallest size
    And the partner answers ConfirmActivationKey with keyValid false
    When the customer brings the key, whatever the answer
    Then the target's ConfirmActivationKey arrives with the key
    And no CreateConnection follows

  @KEY-14
  Scenario: Nothing is left after keyValid=false
    Given the partner has issued a key for the smallest size
    And the state of the environment is noted
    And the partner answers ConfirmActivationKey with keyValid false
    When the customer brings the key, whatever the answer
    Then the target's ConfirmActivationKey arrives with the key
    And the connection stands at neither provider, and the customer has no live one
    And the state of the environment is as noted
    And interconnect A has room for exactly what its connections leave

  @KEY-11
  Scenario: A key that has led to a connection leads to nothing when it is brought again
    Given the target has agreed with the partner on every channel
    When the customer brings the key again, whatever the answer
    Then no CreateConnection follows, and the connection stands as before
