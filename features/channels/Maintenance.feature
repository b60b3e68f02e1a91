Feature: GetMaintenanceEvents and NotifyMaintenance
  What is scheduled on a channel can be read, and a notification makes its receiver read.

  @MNT-01
  Scenario: A scheduled event is given with id, start and end
    Given the operator has scheduled a maintenance of a channel for tomorrow
    When the partner reads the channel's maintenance events
    Then the answer is 200
    And the events include it with id, start and end

  @MNT-01
  Scenario: An event is given for its own channel only
    Given the operator has scheduled a maintenance of a channel for tomorrow
    When the partner reads the maintenance events of another channel
    Then the answer is 200
    And the events do not include it

  @MNT-01
  Scenario: Every scheduled event is given
    Given the operator has scheduled a maintenance of a channel for tomorrow
    And the operator has scheduled another maintenance of the channel, an hour later
    When the partner reads the channel's maintenance events
    Then the answer is 200
    And the events include both with id, start and end

  @MNT-01 @clock @serial
  Scenario: A running event is given
    Given the operator has scheduled a maintenance of a channel for soon
    When the clock is 1 second after its start
    And the partner reads the channel's maintenance events
    Then the events include it with id, start and end

  @MNT-01
  Scenario: A changed event is given as changed
    Given the operator has scheduled a maintenance of a channel for tomorrow
    When the operator moves the maintenance by one hour
    And the partner reads the channel's maintenance events
    Then the events include it with id, start and end

  @MNT-01
  Scenario: A cancelled event is not given
    Given the operator has scheduled a maintenance of a channel for tomorrow
    When the operator cancels the maintenance
    And the partner reads the channel's maintenance events
    Then the answer is 200
    And the events do not include it

  @MNT-03
  Scenario: A maintenance notification is followed by a read of the channel's events
    Given the partner has a maintenance of a channel for tomorrow
    When the partner notifies the target of the maintenance
    Then the answer is 200
    And the target reads the channel's events from the partner after the notification

  @MNT-03
  Scenario: A second maintenance notification is followed by a read of its own
    Given the partner has a maintenance of a channel for tomorrow
    And the partner notifies the target of the maintenance
    And the target reads the channel's events from the partner after the notification
    When the partner notifies the target of the maintenance
    Then the target reads the channel's events from the partner after the notification

  @MNT-07
  Scenario: The devices of the interconnects cannot block each other's maintenance
    When the partner reads the channels of every interconnect
    Then no grouping of devices can deadlock maintenance
