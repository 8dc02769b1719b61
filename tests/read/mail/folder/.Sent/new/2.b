From: me@prova.example
To: ada@prova.example
Received: by x; Mon, 11 Mar 2024 09:00:60 +01:00
Date: Mon, 11 Mar 2094 09:00:00 +0100

x
