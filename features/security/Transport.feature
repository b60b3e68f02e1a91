Feature: Transport
  The API is spoken over TLS 1.3 and nothing older.

  @SEC-01
  Scenario: TLS 1.3 is spoken
    When somebody opens a connection with TLS 1.3
    Then the handshake succeeds

  @SEC-01
  Scenario Outline: <version> is not spoken
    When somebody opens a connection with <version>
    Then the handshake is refused
    And a handshake with TLS 1.3 still succeeds

    Examples:
      | version |
      | TLS 1.2 |
