import DeskTool

Desk.main()
