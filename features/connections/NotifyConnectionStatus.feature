Feature: NotifyConnectionStatus
  Each provider tells the other when its side is ready. A connection is VERIFIED when it has been told,
  has told, and is ready itself.

  @PRO-01
  Scenario: Features are PENDING at first and FINAL in the end
    Given a connection on interconnect A
    When the partner proposes the preferred values and a free VLAN on every channel
    Then every accepted feature is PENDING in the answer
    And every feature of the connection becomes FINAL

  @PRO-02
  Scenario: The partner is notified once all features are available
    Given a connection on interconnect A
    When the partner proposes the preferred values and a free VLAN on every channel
    Then the target sends NotifyConnectionStatus
    And all features of the connection but one at most are FINAL by then

  @PRO-02
  Scenario Outline: A notification that meets <trouble> is repeated until acknowledged
    Given a connection on interconnect A
    And the partner answers the target's first 2 notifications with <trouble>
    When a feature of the connection is created on every channel
    Then the target sends NotifyConnectionStatus 3 times at least
    And the third one is acknowledged

    Examples:
      | trouble          |
      | 503              |
      | 500              |
      | a dropped line   |

  @PRO-03
  Scenario: Told, having told, and ready, a connection is VERIFIED
    Given a connection on interconnect A
    And a feature of the connection on every channel
    When the partner's side is ready and notifies
    Then the target sends NotifyConnectionStatus
    And the connection becomes VERIFIED

  @PRO-03
  Scenario: Without a notification in, a connection stays UNVERIFIED
    Given a connection on interconnect A
    When a feature of the connection is created on every channel
    Then the target sends NotifyConnectionStatus
    And every feature of the connection becomes FINAL
    And the connection stays UNVERIFIED

  @PRO-03
  Scenario: Without an acknowledged notification out, a connection stays UNVERIFIED
    Given a connection on interconnect A
    And the partner answers every notification of the target with 503
    And a feature of the connection on every channel
    And every feature of the connection becomes FINAL
    When the partner's side is ready and notifies
    Then the target sends NotifyConnectionStatus 3 times at least
    And the target reads the connection from the partner after the notification
    And the connection stays UNVERIFIED
    And once the partner acknowledges, the connection becomes VERIFIED

  @PRO-03 @FEA-14
  Scenario: With two features too few, a connection stays UNVERIFIED whoever notifies
    Given a connection on interconnect A
    And a feature of the connection on all channels but 2
    When the partner's side is ready and notifies
    Then the target reads the connection from the partner after the notification
    And the connection stays UNVERIFIED
    And the target has sent no NotifyConnectionStatus

  @FEA-14
  Scenario: With all features but one, a connection becomes VERIFIED
    Given a connection on interconnect A
    And a feature of the connection on all channels but 1
    When the partner's side is ready and notifies
    Then the connection becomes VERIFIED

  @FEA-14 @COM-11
  Scenario: On six channels five features are enough
    Given a connection on interconnect B
    And a feature of the connection on all channels but 1
    When the partner's side is ready and notifies
    Then the connection becomes VERIFIED

  @FEA-14 @COM-11
  Scenario: On six channels four features are not enough
    Given a connection on interconnect B
    And a feature of the connection on all channels but 2
    When the partner's side is ready and notifies
    Then the connection stays UNVERIFIED
    And the target has sent no NotifyConnectionStatus

  @PRO-04
  Scenario: A notification is followed by a refresh at once
    Given a connection on interconnect A
    And a feature of the connection on every channel
    When the partner's side is ready and notifies
    Then the target reads the connection from the partner after the notification

  @PRO-04
  Scenario: A second notification is followed by a refresh of its own
    Given a connection on interconnect A
    And a feature of the connection on every channel
    And the partner's side is ready and notifies
    And the target reads the connection from the partner after the notification
    When the partner's side is ready and notifies
    Then the target reads the connection from the partner after the notification

  @PRO-05
  Scenario: A notification before the target is ready counts
    Given a connection on interconnect A
    And the partner's side is ready and notifies
    When a feature of the connection is created on every channel
    Then the connection becomes VERIFIED

  @PRO-05
  Scenario: Repeated notifications change nothing
    Given a verified connection on interconnect A
    When the partner's side is ready and notifies 3 times
    Then every request is answered 200
    And the connection stays VERIFIED

  @PRO-05
  Scenario: An early and repeated notification does not replace the features
    Given a connection on interconnect A
    When the partner's side is ready and notifies 3 times
    Then every request is answered 200
    And the connection stays UNVERIFIED

  @COM-02 @PRO-05
  Scenario: A notification of a connection that never was is answered 404
    When the partner notifies of a connection that never was
    Then the request is refused with 404

  @PRO-02 @PRO-03
  Scenario: A connection that the target has driven is VERIFIED once both sides are ready and know it
    Given the target has agreed with the partner on every channel
    When the partner's side of it is ready and notifies
    Then the target provisions the features and notifies
    And the connection becomes VERIFIED

  @PRO-03
  Scenario: A connection that the target has driven waits for the partner's notification
    Given the target has agreed with the partner on every channel
    Then the target provisions the features and notifies
    And the connection stays UNVERIFIED
    And once the partner's side is ready too and notifies, the connection becomes VERIFIED

  @PRO-03 @PRO-02
  Scenario: A connection that the target has driven waits for the acknowledgement of its own notification
    Given the partner answers every notification of the target's with 503 so far
    And the target has agreed with the partner on every channel
    When the partner's side of it is ready and notifies
    Then the connection stays UNVERIFIED
    And once the partner acknowledges the target's notifications, the connection becomes VERIFIED
