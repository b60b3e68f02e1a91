Feature: DeleteFeature
  A feature goes; the connection and its other features stay.

  @DFE-01
  Scenario: A deleted feature is gone and its siblings stay
    Given a connection on interconnect A
    And a feature of the connection on every channel
    When the partner deletes the feature on the first channel
    Then the answer is 200
    And the feature on the first channel is neither readable nor listed
    And the features on the other channels are as they were
    And the partner reads the connection and finds it

  @DFE-01
  Scenario: The VLAN and subnets of a deleted feature are free again
    Given a connection on interconnect A
    And a feature of the connection on every channel
    And another connection on interconnect A
    And the values of the first channel's feature are refused to the other connection with 409
    When the partner deletes the feature on the first channel
    Then the values of the first channel's feature are accepted for the other connection

  @DFE-01
  Scenario: A deleted feature can be proposed anew under its id
    Given a connection on interconnect A
    And a feature of the connection on every channel
    And the partner deletes the feature on the first channel
    When the partner proposes the deleted feature again
    Then the answer is 200
    And the features of the connection are one for every channel of interconnect A

  @DFE-01 @COM-02
  Scenario: A second delete of a feature disturbs nothing
    Given a connection on interconnect A
    And a feature of the connection on every channel
    And the partner deletes the feature on the first channel
    And the state of the environment is noted
    When the partner deletes the feature on the first channel
    Then the answer is 200 or 404
    And the state of the environment is as noted

  @DFE-03
  Scenario: The owner of a channel creates again a feature that the partner has deleted
    Given a verified connection on interconnect A
    And the partner guides as the target does
    When the partner deletes the feature of a channel that the target owns
    Then the target asks for guidance, and proposes a feature for that channel again
    And the connection has a feature on every channel again, on both sides

  @DFE-03
  Scenario: The owner of a channel creates again a feature that its operator has taken away
    Given a verified connection on interconnect A
    And the partner guides as the target does
    When the operator takes away the feature of a channel that the target owns
    Then the target's DeleteFeature of it arrives
    And the target asks for guidance, and proposes a feature for that channel again
    And the connection has a feature on every channel again, on both sides
