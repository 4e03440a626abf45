"""The world that is judged: platform, phones, apps, network, cameras, clock."""
