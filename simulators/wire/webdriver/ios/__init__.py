"""What is XCUITest's own, as WebDriverAgent answers: element types, attributes, page source."""
