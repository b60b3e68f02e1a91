Feature: NotifyMaintenance by the target, and what its operator may plan
  The target tells of its maintenance once it can be read. It establishes none while another device of an interconnect
  is in maintenance at either provider, unless it is an emergency.

  @MNT-02
  Scenario: A new event can be read when its notification arrives
    Given the partner holds the target's NotifyMaintenance at a gate
    When the operator schedules a maintenance of the last channel
    Then the target's NotifyMaintenance of the last channel arrives
    And by then the events of the last channel include it with id, start and end

  @MNT-02
  Scenario: A changed event can be read as changed when its notification arrives
    Given the target has told of a maintenance of the last channel
    And the partner holds the target's NotifyMaintenance at a gate
    When the operator moves the maintenance of the last channel
    Then the target's NotifyMaintenance of the last channel arrives
    And by then the events of the last channel include it with id, start and end

  @MNT-02
  Scenario: A cancelled event is gone when its notification arrives
    Given the target has told of a maintenance of the last channel
    And the partner holds the target's NotifyMaintenance at a gate
    When the operator cancels the maintenance of the last channel
    Then the target's NotifyMaintenance of the last channel arrives
    And by then the events of the last channel do not include it

  @MNT-04
  Scenario Outline: Beside the target's own maintenance of another device, none that <overlap> is established
    Given channels of one interconnect on two devices
    And the target has a maintenance of the first channel for tomorrow
    When the operator asks for a maintenance of the second channel that <overlap>
    Then the maintenance is not established

    Examples:
      | overlap            |
      | begins within it   |
      | ends within it     |
      | lies within it     |
      | encloses it        |
      | coincides with it  |

  @MNT-04
  Scenario Outline: Beside the partner's maintenance of another device, none that <overlap> is established
    Given channels of one interconnect on two devices
    And the partner has a maintenance of the first channel for tomorrow, and the target knows
    When the operator asks for a maintenance of the second channel that <overlap>
    Then the maintenance is not established

    Examples:
      | overlap            |
      | begins within it   |
      | ends within it     |
      | encloses it        |

  @MNT-04
  Scenario: After the target's own maintenance of another device, one is established
    Given channels of one interconnect on two devices
    And the target has a maintenance of the first channel for tomorrow
    When the operator asks for a maintenance of the second channel that begins an hour after it
    Then the maintenance is established

  @MNT-04
  Scenario: After the partner's maintenance of another device, one is established
    Given channels of one interconnect on two devices
    And the partner has a maintenance of the first channel for tomorrow, and the target knows
    When the operator asks for a maintenance of the second channel that begins an hour after it
    Then the maintenance is established

  @MNT-04
  Scenario: A maintenance is not moved into that of another device
    Given channels of one interconnect on two devices
    And the target has a maintenance of the first channel for tomorrow
    And the target has a maintenance of the second channel an hour after it
    When the operator moves that of the second channel so that it begins within it
    Then the maintenance is not established
    And the maintenance stays as it was

  @MNT-05
  Scenario: An emergency does not wait for the target's own maintenance, and is told of
    Given channels of one interconnect on two devices
    And the target has a maintenance of the first channel for tomorrow
    When the operator asks for an emergency maintenance of the second channel that begins within it
    Then the maintenance is established
    And the target notifies the partner of the second channel's maintenance

  @MNT-05
  Scenario: An emergency does not wait for the partner's maintenance, and is told of
    Given channels of one interconnect on two devices
    And the partner has a maintenance of the first channel for tomorrow, and the target knows
    When the operator asks for an emergency maintenance of the second channel that begins within it
    Then the maintenance is established
    And the target notifies the partner of the second channel's maintenance

  @MNT-06
  Scenario: The target's own maintenance on another interconnect of the device is in the way
    Given channels of two interconnects, the second on another device of the first
    And the target has a maintenance of the first channel for tomorrow
    When the operator asks for a maintenance of the second channel that begins within it
    Then the maintenance is not established

  @MNT-06
  Scenario: The partner's maintenance on another interconnect of the device is in the way
    Given channels of two interconnects, the second on another device of the first
    And the partner has a maintenance of the first channel for tomorrow, and the target knows
    When the operator asks for a maintenance of the second channel that begins within it
    Then the maintenance is not established

  @MNT-06
  Scenario: After a maintenance on another interconnect of the device, one is established
    Given channels of two interconnects, the second on another device of the first
    And the target has a maintenance of the first channel for tomorrow
    When the operator asks for a maintenance of the second channel that begins an hour after it
    Then the maintenance is established
