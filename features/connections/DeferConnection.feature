Feature: Deferral by the target
  Where both agreed on it, the target hands the driving over to the partner, and rolls back what is not done in time.

  @DFR-02 @deferring @serial
  Scenario: The connection is there at the target before the partner is asked to drive it
    Given an environment in which provisioning is deferred
    And the partner has issued a key for the second size
    And the partner holds the target's CreateConnection at a gate
    When the customer brings the key
    Then the target's CreateConnection arrives
    And by then the target has the connection there, UNVERIFIED, with its bandwidth taken

  @DFR-04 @clock @deferring @serial
  Scenario: The target always hands over
    Given an environment in which provisioning is deferred
    And the partner has issued a key for the smallest size
    When the customer brings the key, and the partner takes the connection over
    Then its CreateConnection defers the provisioning
    And the target asks for no guidance and proposes no feature
    And the target accepts what the partner proposes, and the connection becomes VERIFIED

  @DFR-03 @clock @deferring @serial
  Scenario: What is not finalized in time is rolled back, and not before
    Given an environment in which provisioning is deferred
    And the partner has issued a key for the smallest size
    And the state of the environment is noted
    When the customer brings the key, and the partner takes the connection over
    And the clock is one minute short of the deferral's time-out
    Then the connection is still there, and the target has not deleted it
    When the clock is an hour past the deferral's time-out
    Then the target deletes the connection at the partner
    And the connection stands at neither provider
    And the customer is told that the connection could not be made
    And the state of the environment is as noted

  @DFR-03 @clock @deferring @serial
  Scenario: What is finalized in time stays
    Given an environment in which provisioning is deferred
    And the partner has issued a key for the smallest size
    When the customer brings the key, and the partner takes the connection over
    Then the target accepts what the partner proposes, and the connection becomes VERIFIED
    When the clock is an hour past the deferral's time-out
    Then the connection stays VERIFIED, and is not deleted
